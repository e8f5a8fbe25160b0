import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** A message of the DevTools protocol: the answer to a call, by its id, or an event. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly [name: string]: unknown };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Chromium without a window, with one page. https://chromedevtools.github.io/devtools-protocol/ */
export class Browser {
  /** Addresses that the page requested. */
  readonly requests: string[] = [];
  /** Exceptions of the page, and what it wrote with `console.error`. */
  readonly errors: string[] = [];
  private readonly answers = new Map<number, (message: Message) => void>();
  private readonly process: ChildProcess;
  private session?: string;
  private calls = 0;

  /** The profile of the browser is in this folder. */
  constructor(folder: string) {
    const profile = `--user-data-dir=${folder}`;
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-pipe', profile];
    this.process = spawn('chromium', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    let text = '';
    (this.process.stdio[4] as Readable).setEncoding('utf8').on('data', (part: string) => {
      const messages = (text + part).split('\0');
      text = messages.pop() ?? '';
      for (const message of messages) this.receive(JSON.parse(message) as Message);
    });
  }

  /** Opens the page, this wide. */
  async open(width = 1280): Promise<void> {
    const { targetId } = await this.call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.call<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    this.session = sessionId;
    for (const domain of ['Page', 'Network', 'Runtime']) await this.call(`${domain}.enable`);
    await this.resize(width);
  }

  async resize(width: number): Promise<void> {
    await this.call('Emulation.setDeviceMetricsOverride', { width, height: 900, deviceScaleFactor: 1, mobile: width < 600 });
  }

  async goTo(url: string): Promise<void> {
    await this.call('Page.navigate', { url });
    await this.until('document.readyState === "complete"');
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const call = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.call<{ result: { value: T }; exceptionDetails?: { text: string } }>(
      'Runtime.evaluate',
      call,
    );
    if (exceptionDetails !== undefined) throw new Error(`${expression}: ${exceptionDetails.text}`);
    return result.value;
  }

  /** Waits until an expression in the page is true. */
  async until(expression: string): Promise<void> {
    for (const end = Date.now() + 30_000; !(await this.value(`Boolean(${expression})`)); ) {
      if (Date.now() > end) throw new Error(`not within 30 s: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async type(text: string): Promise<void> {
    await this.call('Input.insertText', { text });
  }

  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    this.process.kill();
    return closed;
  }

  private receive({ id, method, params, ...message }: Message): void {
    if (id !== undefined) this.answers.get(id)?.(message);
    if (method === 'Network.requestWillBeSent') this.requests.push((params as { request: { url: string } }).request.url);
    if (method === 'Runtime.exceptionThrown') this.errors.push(JSON.stringify(params));
    if (method === 'Runtime.consoleAPICalled' && params?.type === 'error') this.errors.push(JSON.stringify(params));
  }

  private call<T>(method: string, params: object = {}): Promise<T> {
    const id = ++this.calls;
    const message = JSON.stringify({ id, method, params, ...(this.session !== undefined && { sessionId: this.session }) });
    return new Promise((resolve, reject) => {
      this.answers.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result as T);
        else reject(new Error(`${method}: ${error.message}`));
      });
      (this.process.stdio[3] as Writable).write(`${message}\0`);
    });
  }
}
