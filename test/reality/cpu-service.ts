/**
 * A service of known cost in a separate process: each request hashes a fixed number of times, after a pause without processor
 * use, such as a wait for a database. `?pauseMs=20` sets the mean pause. Default: none. Sends its port to the parent process when
 * it listens, and its processor use on request.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exponential, seededUniform } from '../support/queue-simulation';

export interface ServiceUsage {
  readonly requests: number;
  /** Processor seconds of the process since its start. */
  readonly cpuSeconds: number;
  /** Processor seconds of hashing, and its elapsed seconds, which are more if other processes used the core. */
  readonly hashingCpuSeconds: number;
  readonly hashingSeconds: number;
}

export interface Listening {
  readonly port: number;
}

/** Intended processor time of a request: long compared with HTTP, short compared with a measurement. */
const AIM_SECONDS = 0.004;

const CALIBRATION_ROUNDS = 50_000;

const uniform = seededUniform(1);
let requests = 0;
let hashingCpuSeconds = 0;
let hashingSeconds = 0;

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function hash(rounds: number): string {
  let digest = 'start';
  for (let round = 0; round < rounds; round++) digest = createHash('sha256').update(digest).digest('hex');
  return digest;
}

function roundsOf(aimSeconds: number): number {
  hash(CALIBRATION_ROUNDS);
  const before = cpuSeconds();
  hash(CALIBRATION_ROUNDS);
  return Math.ceil((aimSeconds / (cpuSeconds() - before)) * CALIBRATION_ROUNDS);
}

function work(rounds: number): string {
  const startedAt = performance.now();
  const before = cpuSeconds();
  const digest = hash(rounds);
  hashingCpuSeconds += cpuSeconds() - before;
  hashingSeconds += (performance.now() - startedAt) / 1_000;
  requests++;
  return digest;
}

const rounds = roundsOf(AIM_SECONDS);

const server = createServer((request, response) => {
  const pauseMs = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('pauseMs') ?? 0);
  const answer = (): void => void response.end(work(rounds));
  if (pauseMs === 0) answer();
  else setTimeout(answer, exponential(uniform, pauseMs)());
});

process.on('message', () =>
  process.send?.({ requests, cpuSeconds: cpuSeconds(), hashingCpuSeconds, hashingSeconds } satisfies ServiceUsage),
);
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port } satisfies Listening));
