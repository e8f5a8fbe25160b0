import { MONGO_FOLDERS } from './mongo-config';

const { config, run, secret } = MONGO_FOLDERS;

/** The user that services are. */
export const MONGO_USER = 'app';

/** What it may do: everything with data, and what forms and extends the cluster. */
const ROLES = ['readWriteAnyDatabase', 'dbAdminAnyDatabase', 'userAdminAnyDatabase', 'clusterAdmin', 'backup', 'restore'] as const;

/** Seconds between two attempts. */
const AGAIN_SECONDS = 5;

const shell = (port: number) => `mongosh --quiet --norc --port ${port}`;

/** Starts a server that holds data; the first of a replica set forms it. */
export function mongodEntrypoint(port: number): string {
  return `#!/bin/sh
set -eu
umask 077
cp ${secret}/keyfile ${run}/keyfile
case $POD_NAME in *-0)
  (
    export PASSWORD="$(cat ${secret}/password)" MEMBERS="$(cat ${config}/members.json)"
    until ${shell(port)} --file ${config}/form.js; do sleep ${AGAIN_SECONDS}; done
  ) &
  ;;
esac
exec mongod --config "${config}/$ROLE.conf" --replSet "$REPLICA_SET"
`;
}

/** Starts a router, which adds the shards that its cluster does not have yet. */
export function mongosEntrypoint(port: number): string {
  return `#!/bin/sh
set -eu
umask 077
cp ${secret}/keyfile ${run}/keyfile
(
  export PASSWORD="$(cat ${secret}/password)" SHARDS="$(cat ${config}/shards.json)"
  until ${shell(port)} --file ${config}/add-shards.js; do sleep ${AGAIN_SECONDS}; done
) &
exec mongos --config ${config}/mongos.conf
`;
}

/** Whether a member is part of its replica set: the writer, or a copy that has caught up with it. */
export function mongodReady(port: number): string {
  return `#!/bin/sh
exec ${shell(port)} --eval 'const { isWritablePrimary, secondary } = db.hello(); quit(isWritablePrimary || secondary ? 0 : 1)'
`;
}

/**
 * Forms a replica set, makes the user while nobody else is one, and adds members that the set does not have yet. Run by the
 * first member, which leads as long as it can, until it has succeeded; run again it changes nothing.
 */
export function formReplicaSet(): string {
  return `const { REPLICA_SET: set, ROLE: role, PASSWORD: password, MEMBERS } = process.env;
const hosts = JSON.parse(MEMBERS)[set];

function form() {
  const { setName, isWritablePrimary } = db.hello();
  if (setName === undefined) {
    const members = hosts.map((host, index) => ({ _id: index, host, priority: index === 0 ? 2 : 1 }));
    rs.initiate({ _id: set, ...(role === 'config' ? { configsvr: true } : {}), members });
    return false;
  }
  if (!isWritablePrimary) return false;
  const admin = db.getSiblingDB('admin');
  try {
    admin.auth('${MONGO_USER}', password);
  } catch (error) {
    admin.createUser({ user: '${MONGO_USER}', pwd: password, roles: ${JSON.stringify(ROLES)} });
    admin.auth('${MONGO_USER}', password);
  }
  const known = rs.conf().members.map(({ host }) => host);
  for (const host of hosts) if (!known.includes(host)) rs.add({ host, priority: 1 });
  return true;
}

quit(form() ? 0 : 1);
`;
}

/** Adds the shards of the cluster; one that it has is left as it is. */
export function addShards(): string {
  return `const { PASSWORD, SHARDS } = process.env;
db.getSiblingDB('admin').auth('${MONGO_USER}', PASSWORD);
for (const shard of JSON.parse(SHARDS)) sh.addShard(shard);
quit(0);
`;
}

/** Dumps all databases into one file; of a replica set as of one moment, of shards each as of its own. */
export function mongoBackup(uri: string, folder: string, { sharded }: { readonly sharded: boolean }): string {
  return `#!/bin/sh
set -eu
umask 077
trap 'rm -f /tmp/login.yaml' EXIT
printf 'password: %s\\n' "$(sed "s/'/''/g; s/^/'/; s/$/'/" ${secret}/password)" >/tmp/login.yaml
mongodump --config /tmp/login.yaml --host '${uri}' --username ${MONGO_USER} --authenticationDatabase admin \\
  --readPreference secondaryPreferred ${sharded ? '' : '--oplog '}--gzip --archive=${folder}/dump.archive.gz
`;
}
