/** Teams wants an answer within a few seconds (after about 15 it sends the same again): what is slow follows later. */

/** Milliseconds after which an answer is given, whether the work is done or not. */
export const ANSWER_WITHIN = 2_500

/** What the work came to, or `late` when it is not done in time. The work goes on; whoever began it hears its errors. */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<{ done: T } | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms)
  })
  try {
    return await Promise.race([work.then((done) => ({ done })), late])
  } finally {
    clearTimeout(timer)
  }
}
