/**
 * The rules of a signal as a table: what each deed does in each of the six states (A111), on a signal and on a
 * consultation. A changed rule is a changed row.
 *
 * `x stale`: refused, and why. `+ decided bell`: done, the revision raised, the new state, what it causes. `=`: done,
 * and no other officer's card is out of date by it. `ended`: gone, with what its end still causes. `"`: as in the state
 * before. The doer is the reporter, or the officer who has it in hand.
 */
export const SIGNAL = `
deed      | received | inTriage | decided | handedOver | fedBack | closed
add       | + officer:added bell | " | " | " | " | x closed
add danger | + alarm:channel alarm alarm officer:added bell | " | " | " | " | x closed
answer    | x notNow | + officer:answered bell | " | " | " | x closed
answer call me | x notNow | + officer:callMe bell | " | " | " | x closed
answer danger | x notNow | + alarm:channel alarm alarm officer:answered bell | " | " | " | x closed
withdraw  | + closed officer:withdrawn bell | " | + officer:withdrawalWish bell | " | " | x closed
say 112   | x notNow | " | " | " | " | "
no danger | x already | " | " | " | " | "
talk      | + officer:talk bell | " | " | " | " | = officer:talk
speak english | = | " | " | " | " | x closed
choose enough | x notNow | " | " | " | " | x closed
choose keep | x notNow | " | " | " | " | x closed
hear not  | = | " | " | " | " | "
choose later | x notNow | " | " | " | " | x closed
view      | = | " | " | " | " | "
take      | + inTriage tell:taken bell | x already | " | " | " | x closed
hand to joost | + inTriage joost:handedToYou tell:taken bell | + joost:handedToYou bell | " | " | " | x closed
note      | + bell | " | " | " | " | x closed
ask       | + inTriage tell:question bell | + tell:question bell | " | " | " | x closed
called    | + inTriage bell | + bell | " | " | " | x closed
urgency high | + bell | " | " | " | " | x closed
minor yes | + bell | " | " | " | " | x closed
decide    | + decided tell:decided bell | " | + tell:decided bell | + decided tell:decided bell | " | x closed
decide none | + fedBack tell:decided bell | " | " | " | + tell:decided bell | x closed
hand over | x notNow | " | + handedOver tell:handedOver bell | x already | " | x closed
partner answered | x notNow | " | " | + bell | x notNow | x closed
answer partner | x notNow | " | " | " | " | x closed
give up route | x notNow | " | " | x askAgain | x notNow | x closed
they have it | x notNow | " | " | + bell | x notNow | x closed
chase     | x notNow | " | " | " | " | x closed
no more comes | x notNow | " | " | " | + bell | x closed
open sealed | x notNow | " | " | " | " | "
help arranged | x notNow | " | " | " | " | x closed
feed back | x decideFirst | " | + fedBack tell:feedback bell | " | + tell:feedback bell | x closed
feed back call | x decideFirst | " | + fedBack bell | " | + bell | x closed
feed back none | x decideFirst | " | + fedBack bell | " | + bell | x closed
advise    | x notNow | " | " | " | " | x closed
end enough | x notNow | " | " | " | " | x closed
end keep  | x notNow | " | " | " | " | x closed
end later | x notNow | " | " | " | " | x closed
keep anyway | x notNow | " | " | " | " | x closed
close     | x decideFirst | " | x routesOpen | " | + closed tell:closed bell | x closed
reveal    | = | " | " | " | " | "
freeze    | + bell | " | " | " | " | "
unfreeze  | x already | " | " | " | " | "
correct   | + bell | " | " | " | " | "
move      | x target | " | " | " | " | "
recipient informed | x notNow | " | " | " | " | "
erase     | x decideFirst | " | + bell | " | " | "
keep longer | x notNow | " | " | " | " | "
destroy   | x notNow | " | " | " | " | "
`

/** A consultation is never decided on, handed over or fed back: in those columns it was put there by hand. */
export const CONSULTATION = `
deed      | received | inTriage | decided | handedOver | fedBack | closed
add       | + officer:added bell | " | " | " | " | x closed
add danger | + alarm:channel alarm alarm officer:added bell | " | " | " | " | x closed
answer    | x notNow | + officer:answered bell | " | " | " | x closed
answer call me | x notNow | + officer:callMe bell | " | " | " | x closed
answer danger | x notNow | + alarm:channel alarm alarm officer:answered bell | " | " | " | x closed
withdraw  | + closed officer:withdrawn bell | " | + officer:withdrawalWish bell | " | " | x closed
say 112   | x notNow | " | " | " | " | "
no danger | x already | " | " | " | " | "
talk      | + officer:talk bell | " | " | " | " | = officer:talk
speak english | = | " | " | " | " | x closed
choose enough | ended bell | " | " | " | " | x closed
choose keep | + tell:end officer:choice bell | " | + inTriage tell:end officer:choice bell | " | " | x closed
hear not  | = | " | " | " | " | "
choose later | + officer:choice bell | " | " | " | " | x closed
view      | = | " | " | " | " | "
take      | + inTriage tell:taken bell | x already | " | " | " | x closed
hand to joost | + inTriage joost:handedToYou tell:taken bell | + joost:handedToYou bell | " | " | " | x closed
note      | + bell | " | " | " | " | x closed
ask       | + inTriage tell:question bell | + tell:question bell | " | " | " | x closed
called    | + inTriage bell | + bell | " | " | " | x closed
urgency high | + bell | " | " | " | " | x closed
minor yes | + bell | " | " | " | " | x closed
decide    | x stillConsultation | " | " | " | " | x closed
decide none | x stillConsultation | " | " | " | " | x closed
hand over | x notNow | " | + handedOver tell:handedOver bell | x already | " | x closed
partner answered | x notNow | " | " | + bell | x notNow | x closed
answer partner | x notNow | " | " | " | " | x closed
give up route | x notNow | " | " | x askAgain | x notNow | x closed
they have it | x notNow | " | " | + bell | x notNow | x closed
chase     | x notNow | " | " | " | " | x closed
no more comes | x notNow | " | " | " | + bell | x closed
open sealed | x notNow | " | " | " | " | "
help arranged | x notNow | " | " | " | " | x closed
feed back | x decideFirst | " | + fedBack tell:feedback bell | " | + tell:feedback bell | x closed
feed back call | x decideFirst | " | + fedBack bell | " | + bell | x closed
feed back none | x decideFirst | " | + fedBack bell | " | + bell | x closed
advise    | + inTriage tell:advice bell | + tell:advice bell | " | " | " | x closed
end enough | ended bell tell:end | " | " | " | " | x closed
end keep  | + inTriage tell:end bell | + tell:end bell | + inTriage tell:end bell | " | " | x closed
end later | + inTriage tell:end bell | + tell:end bell | " | " | " | x closed
keep anyway | x notAllowed | " | " | " | " | x closed
close     | x stillConsultation | " | " | " | " | x closed
reveal    | = | " | " | " | " | "
freeze    | + bell | " | " | " | " | "
unfreeze  | x already | " | " | " | " | "
correct   | + bell | " | " | " | " | "
move      | x target | " | " | " | " | "
recipient informed | x notNow | " | " | " | " | "
erase     | x stillConsultation | " | " | " | " | + bell
keep longer | x notNow | " | " | " | " | "
destroy   | x notNow | " | " | " | " | "
`
