/**
 * How our pages look, in one stylesheet that stands in each page and is allowed by its hash. Colours by the theme of the
 * reader, each pair of at least 4.5 to 1 (WCAG 1.4.3), nothing smaller than 44 pixels to press (2.5.8), one column that
 * fits 320 pixels (1.4.10).
 */
import { createHash } from 'node:crypto'

export const CSS = [
  ':root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--soft:#f2f4f7;--line:#6b7280;--do:#0b4f8a;--on:#fff;--wrong:#a31621}',
  '@media(prefers-color-scheme:dark){:root{--ink:#f3f3f3;--paper:#17191c;--soft:#24282d;--line:#9aa3ad;--do:#9cc9f2;--on:#10151a;--wrong:#ffb3b3}}',
  '*{box-sizing:border-box}',
  'body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}',
  'header,main,footer{max-width:38rem;margin:0 auto;padding:1rem}',
  'h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}',
  'h2{font-size:1.2rem;margin:1.5rem 0 .5rem}',
  'a{color:var(--do);text-underline-offset:.15em}',
  'header a,.press{display:inline-block;min-height:2.75rem;padding:.6rem 0}',
  'fieldset{border:1px solid var(--line);border-radius:.4rem;margin:0 0 1.25rem;padding:.5rem 1rem 1rem;min-width:0}',
  'legend{font-weight:600;padding:0 .3rem}',
  '.choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.25rem 0}',
  '.choice input{width:1.5rem;height:1.5rem;flex:none;margin:0}',
  '.field{margin:0 0 1.25rem}',
  '.field label{display:block;font-weight:600}',
  '.hint{margin:.1rem 0 .3rem}',
  '.error{color:var(--wrong);font-weight:600;margin:.1rem 0 .3rem}',
  '.wrong{border-left:.25rem solid var(--wrong);padding-left:.75rem}',
  '.errors{border:2px solid var(--wrong);border-radius:.4rem;padding:.25rem 1rem;margin:0 0 1.25rem}',
  '.note{background:var(--soft);border-radius:.4rem;padding:.75rem 1rem;margin:0 0 1.25rem}',
  'dl{margin:0 0 1.25rem}',
  'dt{font-weight:600}',
  'dd{margin:0 0 .5rem}',
  'input[type=text],input[type=date],input[type=file],textarea{width:100%;min-height:2.75rem;padding:.5rem;font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-radius:.3rem}',
  'button{min-height:2.75rem;min-width:8rem;padding:.6rem 1.5rem;font:inherit;font-weight:600;color:var(--on);background:var(--do);border:2px solid transparent;border-radius:.3rem;cursor:pointer}',
  'img{max-width:100%;height:auto}',
  ':focus-visible{outline:3px solid var(--do);outline-offset:3px}',
].join('\n')

/** By which a policy allows exactly this stylesheet. */
export const CSS_HASH = `'sha256-${createHash('sha256').update(CSS).digest('base64')}'`
