/** The words beside which a row of letters and digits is a number plate. */
import { wordSet } from './wordSet.ts'

export const PLATE_WORDS = wordSet(
  'kenteken kentekens kentekenplaat kentekennummer kent nummerplaat nummerplaten nummerbord plaat platen kt license',
  'licence plate plates registration numberplate reg plaatje nummerplaatje kentekenplaten kentekennr kentekenbewijs tablica tablice rejestracja kennzeichen',
)
export const CAR_WORDS = wordSet(
  'auto busje bus wagen bestelbus bestelbusje bestelauto scooter motor brommer vrachtwagen taxi aanhanger camper car',
  'autos voertuig truck golf polo bmw audi mercedes opel ford fiat peugeot citroen renault toyota skoda seat volvo kia',
  'volkswagen vw transporter sprinter vito caddy transit passat astra corsa clio tesla suv stationwagen personenauto',
  'octavia porsche mazda nissan suzuki hyundai dacia bestelwagen busjes',
)
