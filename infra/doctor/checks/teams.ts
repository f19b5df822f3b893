/** What Teams says, of one municipality: the team, the channel, its people; and what only a real message can show. */
import { waitingText } from '../../../cards/reporter/news/message.ts'
import { texts } from '../../../cards/texts/index.ts'
import { PersonId } from '../../../services/graph/port.ts'
import { type Municipality, onDuty } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import type { PostedActivity, SendFailure } from '../../../services/outbox/sent.ts'
import { plus } from '../../../services/words.ts'
import { type Fault, type Finding, fault, good, type Item } from '../finding.ts'
import type { Setting } from '../setting.ts'

const isAway = ({ failed }: SendFailure): boolean => failed === 'away' || failed === 'unknown'

/** The team, and the channel in it: is it there, and was the app added to each. */
async function places({ teams }: Setting, { id: at, channel }: Municipality): Promise<Finding[]> {
  const { serviceUrl, teamId, channelId } = channel
  const asked = async (item: Item, conversation: string, gone: Fault, without: Fault): Promise<Finding> => {
    const found = await teams.membersOf({ serviceUrl, conversation })
    if (!('failed' in found)) return good(item, at)
    if (isAway(found)) return fault(item, 'teamsAway', { at })
    return fault(item, found.failed === 'missing' ? gone : without, { at })
  }
  return [
    await asked('team', teamId, 'teamGone', 'appNotInTeam'),
    await asked('channel', channelId, 'channelGone', 'appNotInChannel'),
  ]
}

/** Takes it back; where that is refused it says so, for then something of ours is left. */
async function takeBack(
  { teams }: Setting,
  sent: PostedActivity,
  [item, left]: [Item, Fault],
  at: Municipality['id'],
): Promise<Finding> {
  const removed = await teams.remove?.(sent)
  return removed && !('failed' in removed) ? good(item, at) : fault(item, left, { at })
}

/** A real post in the channel, taken back. */
async function post(setting: Setting, municipality: Municipality): Promise<Finding> {
  const { id: at, channel, tenant, language } = municipality
  const { doctor } = texts(language).officer
  const said = { text: doctor.post, notify: waitingText(language) }
  const sent = await setting.teams.postInChannel(channel, tenant, said)
  if (!('failed' in sent)) return takeBack(setting, sent, ['post', 'postLeft'], at)
  return isAway(sent) ? fault('post', 'teamsAway', { at }) : fault('post', 'postRefused', { at })
}

/** A real ring: in the own chat of whoever is on duty, in their activity feed, taken back. */
async function ring(setting: Setting, municipality: Municipality): Promise<Finding> {
  const { id: at, channel, tenant, language } = municipality
  const { teams, now, config } = setting
  const { accountable } = onDuty(municipality, dayOf(now(), municipality))
  const place = await teams.openChat(channel.serviceUrl, tenant, config.memberIdOf(accountable.id))
  if ('failed' in place)
    return isAway(place) ? fault('ring', 'teamsAway', { at }) : fault('ring', 'ringRefused', { at })
  const { doctor } = texts(language).officer
  const sent = await teams.post(place, { text: doctor.ring, notify: doctor.ring, alert: true })
  if (!('failed' in sent)) return takeBack(setting, sent, ['ring', 'ringLeft'], at)
  return isAway(sent) ? fault('ring', 'teamsAway', { at }) : fault('ring', 'ringRefused', { at })
}

/** Everybody who reads: is the account there, are they in the channel, has the bot a chat with them. */
async function officers(setting: Setting, municipality: Municipality): Promise<Finding[]> {
  const { id: at, channel, tenant } = municipality
  const { teams, graph, config } = setting
  const place = { serviceUrl: channel.serviceUrl, conversation: channel.channelId }
  const found: Finding[] = []
  for (const [nth, { id }] of municipality.officers.entries()) {
    const what = `officers.${nth}`
    const account = await graph.account(tenant, new PersonId(id))
    const isGone = 'failed' in account ? account.failed === 'gone' : account.account === 'disabled'
    if (isGone) {
      found.push(fault('officers', 'officerLeft', { at, what }))
      continue
    }
    const member = await teams.isMember(place, { id: config.memberIdOf(id), entra: id })
    const chat = await teams.openChat(channel.serviceUrl, tenant, config.memberIdOf(id))
    if (!('failed' in member) && !member.member)
      found.push(fault('officers', 'officerNotInChannel', { at, what }))
    if ('failed' in chat && !isAway(chat)) found.push(fault('officers', 'officerWithoutApp', { at, what }))
    const isUnasked = 'failed' in account || 'failed' in member || ('failed' in chat && isAway(chat))
    if (isUnasked) found.push(fault('officers', 'teamsAway', { at, what }))
  }
  return found.length > 0 ? found : [good('officers', at)]
}

/** The mailbox, where there is one. Asked for what comes in from tomorrow on: no mail is read, and none is sent. */
async function mailbox(
  { graph, now }: Setting,
  { id: at, tenant, mailbox }: Municipality,
): Promise<Finding[]> {
  if (mailbox === undefined) return []
  const found = await graph.inbox?.(tenant, mailbox, plus(now(), { hours: 24 }))
  if (!found || ('failed' in found && found.failed === 'away'))
    return [fault('mailbox', 'mailboxAway', { at })]
  return [fault('mailbox', 'failed' in found ? 'mailboxRefused' : 'mailSendUnasked', { at })]
}

/** All of it, of one municipality. Nothing is posted where that was not asked. */
export async function teamsOf(setting: Setting, municipality: Municipality): Promise<Finding[]> {
  const { id: at } = municipality
  const [team, channel] = await places(setting, municipality)
  const isThere = channel !== undefined && !('fault' in channel)
  const sends = setting.asked.posts
  const off = (item: Item) => fault(item, 'postsOff', { at })
  return [
    ...(team ? [team] : []),
    ...(channel ? [channel] : []),
    // Where the channel is not, a post says nothing new.
    !sends ? off('post') : isThere ? await post(setting, municipality) : fault('post', 'notAsked', { at }),
    fault('notifications', 'notificationsUnasked', { at }),
    ...(await officers(setting, municipality)),
    sends ? await ring(setting, municipality) : off('ring'),
    ...(await mailbox(setting, municipality)),
    fault('retention', 'retentionUnasked', { at }),
  ]
}
