/** Stands in for the process of a model: never answers a text with "slow", dies of one with "crash", counts the rest. */
let read = 0

process.on('message', (message: { say: string; id?: number; text?: string }) => {
  if (message.say === 'open') {
    process.send?.({ say: 'opened' })
    return
  }
  if (message.text?.includes('slow')) return
  if (message.text?.includes('crash')) process.kill(process.pid, 'SIGKILL')
  if (message.text?.includes('cannot')) {
    process.send?.({ say: 'failed', id: message.id })
    return
  }
  read += 1
  process.send?.({ say: 'embedded', id: message.id, row: Float32Array.of(read, 0, 0, 0) })
})
process.on('disconnect', () => process.exit())
