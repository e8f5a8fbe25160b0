import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Blueprint } from '../../lib/blueprint/blueprint';
import { objectsOf } from '../../lib/kubernetes/manifests/manifests';
import { programPath } from '../support/judges';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;

interface EnvironmentVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly key: string } };
}

interface Container {
  readonly name: string;
  readonly args?: readonly string[];
  readonly env?: readonly EnvironmentVariable[];
}

interface Workload {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template: { readonly spec: { readonly containers?: Container[]; readonly initContainers?: Container[] } } };
}

/** How an exporter is run outside of its pod. */
export interface ExporterRun {
  /** Program, as Debian names it. */
  readonly program: string;
  /** The objects of the manifests. */
  readonly objects: readonly object[];
  /** Kind and name of the workload whose pods have the exporter. */
  readonly workload: readonly [kind: string, name: string];
  /** Address and port of the server, which replace the loopback address and the port of the pod. */
  readonly server: string;
  /** Values of the secrets by key. */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Names of the metrics of an exporter, which runs with the arguments and variables of its container in the manifests. Only the address of
 * the server and its own are replaced.
 */
export async function scrapedMetrics({ program, objects, workload, server, secrets }: ExporterRun): Promise<ReadonlySet<string>> {
  const { args = [], env = [] } = containerOf(objects, workload);
  const moved = (text: string) => text.replace(/127\.0\.0\.1:\d+/, server);
  const variables: Record<string, string> = {};
  // A variable may refer to those before it, `$(NAME)`.
  for (const { name, value, valueFrom } of env) {
    const text = valueFrom === undefined ? (value ?? '') : (secrets[valueFrom.secretKeyRef.key] ?? '');
    variables[name] = moved(text.replace(/\$\((\w+)\)/g, (_, other: string) => variables[other] ?? ''));
  }
  const port = await freePort();
  const given = [...args.map(moved), `--web.listen-address=127.0.0.1:${port}`];
  const child = spawn(program, given, { env: { PATH: programPath(), ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.on('error', (error) => (said += error.message));
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text));
  try {
    for (const patience = Date.now() + PATIENCE_MS; Date.now() < patience; await delay(LOOK_EVERY_MS)) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}: ${said}`);
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
      if (answer?.ok) return namesIn(await answer.text());
    }
    throw new Error(`${program} does not answer: ${said}`);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

/** Names of the metrics of the exporters of several StatefulSets of a blueprint together, each with the address and port of one server. */
export async function metricsOfServers(
  program: string,
  blueprint: Blueprint,
  servers: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>>,
): Promise<ReadonlySet<string>> {
  const objects = objectsOf(blueprint).flatMap((file) => file.objects);
  const names = new Set<string>();
  for (const [name, server] of Object.entries(servers)) {
    const scraped = await scrapedMetrics({ program, objects, workload: ['StatefulSet', name], server, secrets });
    for (const metric of scraped) names.add(metric);
  }
  return names;
}

function containerOf(objects: readonly object[], [kind, name]: ExporterRun['workload']): Container {
  const workload = (objects as readonly Workload[]).find((object) => object.kind === kind && object.metadata.name === name);
  const { containers = [], initContainers = [] } = workload?.spec.template.spec ?? {};
  const found = [...containers, ...initContainers].find((container) => container.name === 'exporter');
  if (found === undefined) throw new Error(`no exporter in ${kind} ${name}`);
  return found;
}

/** Names of metrics in the text format of Prometheus, without comments. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').flatMap((line) => /^([a-zA-Z_]\w*)[{ ]/.exec(line)?.[1] ?? []));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
