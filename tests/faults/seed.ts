/**
 * The seed of everything that is drawn in these proofs. By default the same one in every run, so that what fails, fails
 * again; `FAULTS_SEED=random` draws one, `FAULTS_SEED=<number>` plays that run again. It is printed in any case.
 */
const given = process.env.FAULTS_SEED ?? '20261122'
const number = given === 'random' ? Math.trunc(Math.random() * 0x7fffffff) : Number(given)
if (!Number.isInteger(number)) throw new Error('FAULTS_SEED must be a whole number, or "random".')
export const SEED = number
