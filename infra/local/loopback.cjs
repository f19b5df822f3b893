// Preloaded (node --require) into a program that has no settings of its own for this. It keeps the program
// on this machine and bound to the one who started it:
// 1. whatever address a server asks for, it listens on 127.0.0.1;
// 2. connections to anything but loopback are refused before they leave (its telemetry among them);
// 3. when the parent is gone, however that happened, this process goes too.
'use strict'

const net = require('node:net')

const LOOPBACK = '127.0.0.1'

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function listenOnLoopback(...args) {
  const [first] = args
  // listen(options[, callback]): only options with a port concern the network.
  if (typeof first === 'object' && first !== null) {
    if (first.port !== undefined) args[0] = { ...first, host: LOOPBACK }
    return listen.apply(this, args)
  }
  // listen(path[, backlog][, callback]): a local socket.
  if (typeof first === 'string' && Number.isNaN(Number(first))) return listen.apply(this, args)
  // listen([port[, host[, backlog]]][, callback])
  const options = { port: typeof first === 'function' ? 0 : Number(first ?? 0), host: LOOPBACK }
  const backlog = args.slice(1).find((arg) => typeof arg === 'number')
  if (backlog !== undefined) options.backlog = backlog
  return listen.call(
    this,
    options,
    args.find((arg) => typeof arg === 'function'),
  )
}

const isLoopback = (host) =>
  host === undefined || host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function connectToLoopback(...args) {
  // http and tls hand over what net itself normalised: [options, callback] in one array.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  const isOptions = typeof first === 'object' && first !== null
  const isPath = isOptions ? typeof first.path === 'string' : Number.isNaN(Number(first))
  const host = isOptions ? first.host : second
  if (!isPath && typeof host === 'string' && !isLoopback(host)) {
    const refused = new Error(`local mode connects to this machine only, not to ${host}`)
    process.nextTick(() => this.destroy(refused))
    return this
  }
  return connect.apply(this, args)
}

// The channel exists when the parent asked for one; it closes with the parent, also after a kill -9.
if (process.channel) {
  process.on('disconnect', () => process.exit(0))
  process.channel.unref()
}
