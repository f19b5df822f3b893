/** What stands in Teams for a moment while the administrator tries whether everything works. */
export const doctor = {
  post: 'Proef van de beheerder: kan Signaalpunt hier schrijven? Je hoeft niets te doen. Dit bericht verdwijnt meteen.',
  ring: 'Proef van de beheerder: komt een oproep bij jou aan? Er is geen signaal. Je hoeft niets te doen.',
}
