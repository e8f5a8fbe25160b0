/**
 * A loopback stub of a Kubernetes API, with the discovery that `kubectl apply --server-side` needs to send objects. It records
 * the objects in the order of arrival, refuses an object whose namespace has not arrived before, and checks nothing else.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StubKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

export interface Arrived {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

export class ApiStub {
  readonly arrived: Arrived[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #kinds: readonly StubKind[];

  constructor(kinds: readonly StubKind[]) {
    this.#kinds = kinds;
  }

  /** Its address, once it listens. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const path = new URL(request.url ?? '/', 'http://stub').pathname;
    const [status, answer] = request.method === 'PATCH' ? this.#apply(path, body) : this.#discover(path);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer));
  }

  /** `/apis/apps/v1/namespaces/aiva-dev/deployments/api`, with the object in JSON or YAML: JSON is what we write here. */
  #apply(path: string, body: string): [number, object] {
    const object = JSON.parse(body) as { readonly kind: string; readonly metadata: { readonly namespace?: string; readonly name: string } };
    const { namespace, name } = object.metadata;
    if (namespace !== undefined && !this.arrived.some((each) => each.kind === 'Namespace' && each.name === namespace)) {
      return [404, failure(404, `namespaces "${namespace}" not found`)];
    }
    if (!path.endsWith(`/${name}`)) return [400, failure(400, `${path} is not the path of ${name}`)];
    this.arrived.push({ kind: object.kind, namespace, name });
    return [201, object];
  }

  #discover(path: string): [number, object] {
    const groups = [...new Set(this.#kinds.map(({ apiVersion }) => apiVersion).filter((version) => version.includes('/')))];
    if (path === '/version') return [200, { major: '1', minor: '35', gitVersion: 'v1.35.0' }];
    if (path === '/api') return [200, { kind: 'APIVersions', versions: ['v1'] }];
    if (path === '/apis') return [200, { kind: 'APIGroupList', apiVersion: 'v1', groups: groups.map(groupOf) }];
    const apiVersion = /^\/apis?\/(.+)$/.exec(path)?.[1];
    const resources = this.#kinds.filter((kind) => kind.apiVersion === apiVersion);
    if (resources.length === 0) return [404, failure(404, `${path} not found`)];
    return [200, { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: apiVersion, resources: resources.map(resourceOf) }];
  }
}

function groupOf(apiVersion: string): object {
  const [name = '', version = ''] = apiVersion.split('/');
  const it = { groupVersion: apiVersion, version };
  return { name, versions: [it], preferredVersion: it };
}

function resourceOf({ kind, namespaced }: StubKind): object {
  const name = `${kind.toLowerCase()}s`;
  return { name, singularName: '', namespaced, kind, verbs: ['create', 'get', 'patch'] };
}

function failure(code: number, message: string): object {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason: code === 404 ? 'NotFound' : 'BadRequest', message };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
