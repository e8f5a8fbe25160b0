import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formOfTier } from '../../lib/answers/capacity-of';
import { compareTiers } from '../../lib/answers/compare';
import { initProject } from '../../lib/answers/init';
import { loadSystem } from '../../lib/answers/system-reference';
import { unknownLoads } from '../../lib/capacity/unknown-loads';
import { InputError } from '../../lib/core/problems';
import { loadDefinition } from '../../lib/definition/load-definition';
import { draftOfParts } from '../../lib/draft/draft-of-parts';
import { healthPathIn } from '../../lib/draft/health-path';
import { idOf } from '../../lib/draft/ids';
import { readSource } from '../../lib/draft/read-source';
import { definitionText } from '../../lib/output/definition-text';
import { draftNoteText } from '../../lib/output/draft-notes';
import { billFor } from '../support/synthesized';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDER = join(__dirname, 'fixtures/compose');
const VALID = readdirSync(FOLDER).filter((file) => file !== 'invalid.yaml');

function draftOf(file: string) {
  const { name = basename(file, '.yaml'), parts } = readSource(join(FOLDER, file));
  return draftOfParts(idOf(name) ?? name, parts);
}

describe.each(VALID)('%s', (file) => {
  const draft = draftOf(file);

  test('becomes a definition', async () => {
    const notes = draft.omitted.map((note) => `# ${draftNoteText(note)}.\n`).join('');
    await expect(`${definitionText(draft, 'yaml')}${notes}`).toMatchFileSnapshot(`./golden/${file}`);
  });

  test.each(['ts', 'yaml', 'json'] as const)('that loads from %s', (language) => {
    const path = join(temporaryFolder(), `sizing.config.${language}`);
    writeFileSync(path, definitionText(draft, language));
    expect(JSON.parse(JSON.stringify(loadDefinition(path).systems))).toEqual([JSON.parse(JSON.stringify(draft.system))]);
  });

  test('that is estimated, complete but for the messages of queues', () => {
    const { tiers } = compareTiers({ system: draft.system }, (blueprint) => billFor(blueprint).estimate);
    // The number of messages of a queue is not in any Compose file: unknown is never zero.
    const queues = Object.values(tiers[0]?.blueprint.components ?? {}).filter(({ kind }) => kind === 'queue');
    expect(tiers.map(({ estimate }) => estimate.resources.unpriced)).toEqual([queues.length]);
    expect(loadSystem(draft.system).tiers.map(({ id }) => id)).toEqual(['current']);
  });

  test('whose example of an operation, word for word, has a known load', () => {
    const note = draft.comments.find((comment) => comment.note.kind === 'operations-to-fill')?.note;
    const [, example = ''] = /such as (.*)$/.exec(note === undefined ? '' : draftNoteText(note)) ?? [];
    const system = loadSystem({ ...draft.system, operations: parse(`{ ${example} }`) });
    expect(unknownLoads(system, formOfTier(system, 'current'))).toEqual([]);
  });
});

/** The definition of a Compose file. */
function definitionOf(text: string): string {
  const path = join(temporaryFolder(), 'compose.yaml');
  writeFileSync(path, text);
  const draft = draftOfParts('shop', readSource(path).parts);
  loadSystem(draft.system);
  const omitted = draft.omitted.map((note) => `${draftNoteText(note)}.\n`);
  return definitionText(draft, 'yaml') + omitted.join('');
}

describe('the load balancer', () => {
  test('leads to the public service that no other public service uses', () => {
    // docker/awesome-compose, react-express-mysql/compose.yaml: the frontend depends on the backend, and both are published.
    const text = definitionOf(
      'services:\n  backend: { build: ., ports: ["80:80"] }\n  frontend: { build: ., ports: ["3000:3000"], depends_on: [backend] }\n',
    );
    expect(text).toContain('entry: { kind: load-balancer, type: application, target: frontend }');
    expect(text).toContain('backend: open to users in the source, but the load balancer leads to frontend alone.');
  });

  test('leads to a service with HTTP alone rather than to one with other ports', () => {
    // docker/awesome-compose, elasticsearch-logstash-kibana/compose.yaml.
    const text = definitionOf(
      'services:\n  logstash: { image: logstash, ports: ["5000:5000/tcp", "5000:5000/udp", "9600:9600"] }\n  kibana: { image: kibana, ports: ["5601:5601"] }\n',
    );
    expect(text).toContain('entry: { kind: load-balancer, type: application, target: kibana }');
    expect(text).toContain('logstash: port 9600 assumed to be HTTP.');
    expect(text).toContain('ports: [{ port: 5000, protocol: tcp-udp }, { port: 9600, protocol: http }]');
  });

  test('is missing for a service that is public by UDP alone, with a note', () => {
    // docker/awesome-compose, wireguard/compose.yaml. Elastic Load Balancing, "Health checks for Network Load Balancer target groups":
    // the availability of targets of a UDP service can be tested by health checks of other protocols.
    const text = definitionOf('services:\n  wireguard: { image: linuxserver/wireguard, ports: ["51820:51820/udp"] }\n');
    expect(text).not.toContain('load-balancer,');
    expect(text.replace(/\n *# /g, ' ')).toContain(
      'wireguard: public by UDP alone; a load balancer needs a TCP port for its health checks, so add one with a load balancer that leads to wireguard.',
    );
  });

  test('replaces the reverse proxy of the host where ports are published on the host alone', () => {
    // mastodon/mastodon, docker-compose.yml: nginx on the host serves the ports of web and streaming.
    const text = definitionOf(
      'services:\n  db: { image: "postgres:14", ports: ["127.0.0.1:5432:5432"] }\n  web: { image: a/web, ports: ["127.0.0.1:3000:3000"], depends_on: [db] }\n  streaming: { image: a/streaming, ports: ["127.0.0.1:4000:4000"] }\n',
    ).replace(/\n *# /g, ' ');
    expect(text).toContain('entry: { kind: load-balancer, type: application, target: web }');
    expect(text).toContain(
      'web: the source publishes port 3000 on the host alone, so a reverse proxy on the host is assumed, which the load balancer replaces.',
    );
    expect(text).toContain('streaming: open to users in the source, but the load balancer leads to web alone.');
  });

  test('leads to a port that is published on every address beside one for the host', () => {
    const text = definitionOf(
      'services:\n  web: { image: a/web, ports: ["8080:8080"] }\n  admin: { image: a/admin, ports: ["127.0.0.1:9000:9000"] }\n',
    );
    expect(text).toContain('target: web');
    expect(text).not.toContain('on the host alone');
    expect(text).not.toContain('open to users in the source');
  });

  test('leads to a port with an empty address, as the default of a variable leaves it', () => {
    // immich-app/immich, docker/docker-compose.yml: ${EXPOSE_PORT-:2283:2283}.
    const text = definitionOf(`services:\n  server: { image: a/server, ports: ["\${EXPOSE_PORT-:2283:2284}"] }\n`);
    expect(text).toContain('ports: [{ port: 2284, protocol: http }]');
    expect(text).toContain('target: server');
  });
});

test('volumes and host folders with data of a service are notes, and its code and configuration are not', () => {
  // mastodon/mastodon, docker-compose.yml, stores uploads in ./public/system of the host.
  const text = definitionOf(`services:
  web:
    image: a/web
    ports: ["80:80"]
    volumes:
      - ./public/system:/app/public/system
      - media:/app/media
      - ./config:/app/config:ro
      - ./nginx.conf:/etc/nginx.conf
      - /etc/localtime:/etc/localtime
      - /var/run/docker.sock:/var/run/docker.sock
      - { type: bind, source: ./uploads, target: /app/uploads }
      - { type: bind, source: ./themes, target: /app/themes, read_only: true }
      - { type: tmpfs, target: /tmp }
      - /app/cache
  built: { build: ., volumes: [".:/app", "cache:/app/cache"] }
volumes: { media: , cache: }
`).replace(/\n *# /g, ' ');
  expect(text).toContain(
    'web: host folder ./public/system, volume media and host folder ./uploads of the source are not in the definition.',
  );
  expect(text).toContain('built: volume cache of the source is not in the definition.');
});

test('databases that no component describes are no services with an example size', () => {
  // docker/awesome-compose, aspnet-mssql/compose.yaml.
  const text = definitionOf(
    'services:\n  web: { build: ., ports: ["80:80"] }\n  db: { image: "mcr.microsoft.com/azure-sql-edge:1.0.4" }\n  server: { image: "mcr.microsoft.com/mssql/server:2022-latest" }\n',
  );
  expect(text).toContain('\ndb is not in the definition: no component kind describes it');
  expect(text).toContain('\nserver is not in the definition: no component kind describes it');
});

test('a source of which nothing becomes a component is refused', () => {
  // docker/awesome-compose, prometheus-grafana/compose.yaml.
  const from = join(temporaryFolder(), 'compose.yaml');
  writeFileSync(from, 'services:\n  prometheus: { image: prom/prometheus }\n  grafana: { image: grafana/grafana }\n');
  const init = () => initProject({ folder: temporaryFolder(), from }, () => expect.unreachable());
  expect(init).toThrow(
    `${from}: contains nothing that becomes a component: prometheus, grafana; expected a source with a service, a data store, a queue or a bucket`,
  );
});

test('a service that starts after one without ports has no connection to it, and a note', () => {
  // Compose specification, `depends_on`: it states the order of startup, not a connection.
  const path = join(temporaryFolder(), 'compose.yaml');
  writeFileSync(path, 'services:\n  web: { build: ., ports: ["80:80"], depends_on: [worker] }\n  worker: { build: . }\n');
  const draft = draftOfParts('shop', readSource(path).parts);
  expect(loadSystem(draft.system).tiers[0]?.components.web).not.toHaveProperty('uses', ['worker']);
  expect(definitionText(draft, 'yaml').replace(/\s*#\s*|\s+/g, ' ')).toContain(
    'web: no connection to worker, of which the source has no port',
  );
});

test('an invalid file gets all problems at once', () => {
  const path = join(FOLDER, 'invalid.yaml');
  const other = `expected a Compose file in the folder of ${path}, or the output of \`docker compose config\``;
  const problems = [
    `include.0: ${FOLDER}/other.yaml does not exist; ${other}`,
    `services.worker.extends.file: ${FOLDER}/base.yaml does not exist; ${other}`,
    'services.web.extends: invalid value "wbe"; expected one of api, database, worker, one, two, text',
    'services.two.extends: invalid value "one"; expected a service that does not extend this one',
    'services.text: invalid value "nginx"; expected a service with image or build',
    'services.api.deploy.resources.limits.cpus: invalid value "8 cores"; expected a number of at least 0.001',
    'services.api.deploy.resources.limits.memory: invalid value "8GiB"; expected a size such as 512m or 2gb',
    'services.api.deploy.replicas: invalid value "ten"; expected a number of at least 0',
    'services.api.ports.0: invalid value "http:80"; expected a port such as 8080, "80:8080" or { target: 8080, published: 80 }',
    'services.api.ports.1: invalid value {\u2026}; expected a port such as 8080, "80:8080" or { target: 8080, published: 80 }',
    'services.api.ports.2: invalid value 99999; expected a port such as 8080, "80:8080" or { target: 8080, published: 80 }',
    'services.api.depends_on: invalid value "databse"; expected one of api, database, worker, web, one, two. Did you mean "database"?',
    'services.api: no image; expected image or build',
    'services.database.image: invalid value [\u2026]; expected an image',
  ];
  expect(() => readSource(path)).toThrow(new InputError(`Compose file ${path}`, []).message);
  expect(() => readSource(path)).toThrow(problems.join('\n  '));
});

test('names and values of a source add no lines to a definition', () => {
  const path = join(temporaryFolder(), 'compose.yaml');
  const services = { 'a\nprocess.exit(7)': { image: 'x', scale: '$B\u2028\n$C', ports: [80] } };
  writeFileSync(path, JSON.stringify({ services }));
  const draft = draftOfParts('hostile', readSource(path).parts);
  for (const language of ['ts', 'yaml'] as const) {
    const lines = definitionText(draft, language).split(/[\n\u2028]/);
    expect(lines.filter((line) => /exit\(7\)|\$C/.test(line) && !/^\s*(?:\/\/|#) /.test(line))).toEqual([]);
    expect(lines.filter((line) => line.includes('the source calls it a\\nprocess.exit(7)'))).toHaveLength(1);
  }
});

describe('sources that are not read', () => {
  test.each([
    ['services:', 'services: invalid value null; expected the services of a Compose file, by name'],
    ['services: {}', 'services: invalid value {…}; expected the services of a Compose file, by name'],
    ['services:\n  a: !reset null', 'unknown tag !reset; expected YAML without tags, such as the output of `docker compose config`'],
    ['services:\n  a: [', 'invalid YAML'],
    ['hello: world', 'is not recognized'],
  ])('%s', (text, expected) => {
    const path = join(temporaryFolder(), 'compose.yaml');
    writeFileSync(path, text);
    expect(() => readSource(path)).toThrow(expected);
  });
});

test('a service with a name that a stack reserves gets another id, and a note', () => {
  const path = join(temporaryFolder(), 'compose.yaml');
  const image = { image: 'registry.example/any:1' };
  const names = ['network', 'cluster', 'monitoring', 'shared', 'host', 'api-1', 'api1'];
  writeFileSync(path, JSON.stringify({ services: Object.fromEntries(names.map((name) => [name, image])) }));
  const { system, comments } = draftOfParts('reserved', readSource(path).parts);
  expect(
    loadSystem(system)
      .tiers.flatMap(({ components }) => Object.keys(components))
      .sort(),
  ).toEqual(['api-1', 'api1-2', 'cluster-2', 'host-2', 'monitoring-2', 'network-2', 'nodes', 'shared-2'].sort());
  expect(comments.map(({ note }) => draftNoteText(note))).toContain('network-2: the source calls it network');
});

// Health checks of the Compose files of Mastodon (https://github.com/mastodon/mastodon/blob/main/docker-compose.yml) and Plausible
// (https://github.com/plausible/community-edition/blob/master/compose.yml), and a connection string that is no URL of HTTP.
test.each([
  ['curl -f http://localhost:8080/health || exit 1', '/health'],
  ["curl -s --noproxy localhost localhost:4000/api/v1/streaming/health | grep -q 'OK' || exit 1", '/api/v1/streaming/health'],
  ['wget --no-verbose --tries=1 -O - http://127.0.0.1:8123/ping || exit 1', '/ping'],
  ['pg_isready -d postgres://postgres@localhost/app', undefined],
  ['redis-cli -h localhost ping', undefined],
])('the path of the health check %j is %s', (command, path) => {
  expect(healthPathIn(command)).toBe(path);
});
