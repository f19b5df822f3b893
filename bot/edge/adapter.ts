/** botbuilder's adapter, for an activity that our own admission let in. The SDK looks at no token. */
import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder'
import { AuthenticationConstants, type BotFrameworkAuthentication } from 'botframework-connector'

export class Adapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication
  readonly #appId: string
  /** @param appId in whose name the bot answers; empty in local mode. */
  constructor(authentication: BotFrameworkAuthentication, appId: string) {
    super(authentication)
    this.#authentication = authentication
    this.#appId = appId
  }
  /** Runs the turn of an admitted activity. */
  take(
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const claimsIdentity = this.createClaimsIdentity(this.#appId)
    const result = {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity,
      connectorFactory: this.#authentication.createConnectorFactory(claimsIdentity),
    }
    return this.processActivity(result, activity, logic)
  }
}
