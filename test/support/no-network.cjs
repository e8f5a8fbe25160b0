// Loaded before a command (`node -r`): whatever opens a connection or looks a name up ends the process with a stack trace.
const refuse = (name) => () => {
  throw new Error(`${name} was called`);
};
const dns = require('node:dns');
const net = require('node:net');
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  dns[name] = refuse(`dns.${name}`);
  dns.promises[name] = refuse(`dns.promises.${name}`);
}
net.Socket.prototype.connect = refuse('net.Socket.connect');
require('node:dgram').createSocket = refuse('dgram.createSocket');
globalThis.fetch = refuse('fetch');
