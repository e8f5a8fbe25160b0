import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Timeout of the start, and the time between two checks. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 100;

/** Versions of the query APIs, as their API references state them. */
const QUERY_VERSIONS = {
  cloudformation: '2010-05-15',
  ec2: '2016-11-15',
  rds: '2014-10-31',
  autoscaling: '2011-01-01',
  elasticloadbalancing: '2015-12-01',
} as const;

export type QueryService = keyof typeof QUERY_VERSIONS;

/** Prefixes of the operations of the JSON APIs. */
const JSON_TARGETS = { ecs: 'AmazonEC2ContainerServiceV20141113', ssm: 'AmazonSSM', sqs: 'AmazonSQS' } as const;

export type JsonService = keyof typeof JSON_TARGETS;

/** moto_server on a free port of 127.0.0.1, with the APIs of AWS over HTTP. Nothing in it outlives `reset`. */
export class MotoServer {
  readonly #killNow = (): void => this.#kill();

  private constructor(
    private readonly child: ChildProcess,
    private readonly origin: string,
  ) {
    process.once('exit', this.#killNow);
  }

  static async start(): Promise<MotoServer> {
    const port = await freePort();
    // A process group of its own, so that its child processes stop with it.
    const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { detached: true, stdio: 'ignore' });
    const server = new MotoServer(child, `http://127.0.0.1:${port}`);
    await server.#untilReady();
    return server;
  }

  /** Removes everything, in all regions. */
  async reset(): Promise<void> {
    await this.#post('/moto-api/reset', {}, '');
  }

  /** The result of an operation of a query API, from JSON. Throws the message of an error. */
  async describe<Result>(
    region: string,
    service: Exclude<QueryService, 'ec2' | 'rds'>,
    operation: string,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<Result> {
    const response: unknown = JSON.parse(await this.query(region, service, operation, { ...parameters, ContentType: 'JSON' }));
    return (response as Record<string, Record<string, Result>>)[`${operation}Response`]?.[`${operation}Result`] as Result;
  }

  /** The response of an operation of a query API. Throws the message of an error. */
  async query(
    region: string,
    service: QueryService,
    operation: string,
    parameters: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const body = new URLSearchParams({ Action: operation, Version: QUERY_VERSIONS[service], ...parameters });
    return await this.#post('/', { ...headersOf(region, service), 'content-type': 'application/x-www-form-urlencoded' }, `${body}`);
  }

  /** The result of an operation of a JSON API. Throws the message of an error. */
  async json<Result>(
    region: string,
    service: JsonService,
    operation: string,
    input: Readonly<Record<string, unknown>> = {},
  ): Promise<Result> {
    const target = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `${JSON_TARGETS[service]}.${operation}` };
    return JSON.parse(await this.#post('/', { ...headersOf(region, service), ...target }, JSON.stringify(input))) as Result;
  }

  async dispose(): Promise<void> {
    process.off('exit', this.#killNow);
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.#kill();
    await ended;
  }

  async #post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
    const response = await fetch(`${this.origin}${path}`, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return text;
  }

  async #untilReady(): Promise<void> {
    const patience = Date.now() + PATIENCE_MS;
    while (this.child.exitCode === null && Date.now() < patience) {
      const ready = await fetch(`${this.origin}/moto-api/`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return;
      await delay(LOOK_EVERY_MS);
    }
    this.#kill();
    throw new Error('moto_server did not start');
  }

  #kill(): void {
    if (this.child.pid !== undefined && this.child.exitCode === null) process.kill(-this.child.pid, 'SIGKILL');
  }
}

/** moto reads service and region from the credential scope, and checks no signature. */
function headersOf(region: string, service: string): { readonly authorization: string } {
  const scope = `testing/20250101/${region}/${service}/aws4_request`;
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
