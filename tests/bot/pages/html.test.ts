/** What is typed is text on a page, whatever it looks like, and nothing of ours can be made to run. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { el, Html } from '../../../bot/pages/html.ts'

const names = (markup: string): string[] => {
  const found: string[] = []
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) continue
      if ('name' in node && typeof node.name === 'string') found.push(node.name)
      if ('children' in node && Array.isArray(node.children)) walk(node.children)
    }
  }
  walk(parseDocument(markup).children)
  return found
}

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='x",
  '&lt;b&gt;',
  '</p><h1>',
])('%j stays text, and an attribute stays one', (typed) => {
  const markup = el('p', { title: typed }, typed, el('b', {}, typed)).toString()
  expect(names(markup)).toEqual(['p', 'b'])
  const { children } = parseDocument(markup)
  const [p] = children
  if (!p || !('attribs' in p)) throw new Error('no element')
  expect(p.attribs).toEqual({ title: typed })
})

test('whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      expect(names(el('p', { title: typed }, typed).toString())).toEqual(['p'])
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['an address elsewhere', () => el('a', { href: 'https://elders.example' })],
  ['an address without a scheme', () => el('a', { href: '//elders.example' })],
  ['a script as an address', () => el('a', { href: 'javascript:alert(1)' })],
  ['a handler', () => el('p', { onclick: 'x' })],
  ['a style', () => el('p', { style: 'color:red' })],
  ['a script', () => el('script', {}, 'x')],
  ['a typed name of an element', () => el('p><script', {})],
  ['a typed name of an attribute', () => el('p', { 'x=y onload': '1' })],
  ['markup in a stylesheet', () => Html.whole('nl', [], '</style><script>', [])],
])('%s is refused', (_, make) => {
  expect(make).toThrow(TypeError)
})

test('what is left out leaves nothing', () => {
  expect(el('input', { type: 'text', required: true, disabled: false, value: undefined }).toString()).toBe(
    '<input type="text" required>',
  )
  expect(el('p', {}, undefined, ['a', undefined, el('br')]).toString()).toBe('<p>a<br></p>')
})
