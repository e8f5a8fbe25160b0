import { MONGO_FOLDERS } from './mongo-config';

const { config, run, secret } = MONGO_FOLDERS;

/** User of the services. */
export const MONGO_USER = 'app';

/** Roles of the user: reading and writing all data, and administration of the cluster, which the scripts require. */
const ROLES = ['readWriteAnyDatabase', 'dbAdminAnyDatabase', 'userAdminAnyDatabase', 'clusterAdmin', 'backup', 'restore'] as const;

/** Time between two attempts. */
const RETRY_SECONDS = 5;

const shell = (port: number) => `mongosh --quiet --norc --port ${port}`;

/** Entrypoint of a server that holds data. The first server of a replica set initiates it. */
export function mongodEntrypoint(port: number): string {
  return `#!/bin/sh
set -eu
umask 077
cp ${secret}/keyfile ${run}/keyfile
case $POD_NAME in *-0)
  (
    export PASSWORD="$(cat ${secret}/password)" MEMBERS="$(cat ${config}/members.json)"
    until ${shell(port)} --file ${config}/form.js; do sleep ${RETRY_SECONDS}; done
  ) &
  ;;
esac
exec mongod --config "${config}/$ROLE.conf" --replSet "$REPLICA_SET"
`;
}

/** Entrypoint of a router, which adds missing shards to the cluster. */
export function mongosEntrypoint(port: number): string {
  return `#!/bin/sh
set -eu
umask 077
cp ${secret}/keyfile ${run}/keyfile
(
  export PASSWORD="$(cat ${secret}/password)" SHARDS="$(cat ${config}/shards.json)"
  until ${shell(port)} --file ${config}/add-shards.js; do sleep ${RETRY_SECONDS}; done
) &
exec mongos --config ${config}/mongos.conf
`;
}

/** Readiness probe: a member is ready as primary or secondary, not while it copies its data. */
export function mongodReady(port: number): string {
  return `#!/bin/sh
exec ${shell(port)} --eval 'const { isWritablePrimary, secondary } = db.hello(); quit(isWritablePrimary || secondary ? 0 : 1)'
`;
}

/**
 * The script that initiates a replica set, creates the user with MongoDB's localhost exception, and adds missing members. The
 * first member, which has the highest priority as primary, runs it until it succeeds. It is idempotent.
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

/** The script that adds the shards to the cluster. Existing shards do not change. */
export function addShards(): string {
  return `const { PASSWORD, SHARDS } = process.env;
db.getSiblingDB('admin').auth('${MONGO_USER}', PASSWORD);
for (const shard of JSON.parse(SHARDS)) sh.addShard(shard);
quit(0);
`;
}

/**
 * The script that dumps all databases into one file. The dump of a replica set is consistent; that of a sharded cluster is
 * not.
 */
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
