import { expect, test } from 'vitest';
import { sizing } from '../support/run';

const ERASE = '\r\u001b[2K';

/** A clock that advances by `stepMs` whenever it is read. */
function clock(stepMs: number): () => number {
  let now = 0;
  return () => {
    now += stepMs;
    return now;
  };
}

const COMPARE = ['compare', 'assistant', '--tiers', 'current,pooled,scaled-out,own-inference'];

test('a command of more than a second shows one line on a terminal, which is removed before the answer', async () => {
  const quiet = await sizing(COMPARE);
  const shown = await sizing(COMPARE, { stderrIsTty: true, columns: 120, nowMs: clock(600) });
  expect(shown.stdout).toBe(quiet.stdout);
  expect(shown.stderr).toContain(`${ERASE}estimate 2: assistant pooled`);
  expect(shown.stderr.slice(shown.stderr.lastIndexOf(ERASE))).toBe(`${ERASE}${quiet.stderr}`);
  expect(shown.stderr.slice(0, shown.stderr.lastIndexOf(ERASE))).not.toContain('\n');
});

test('a line is never wider than the terminal', async () => {
  const { stderr } = await sizing(COMPARE, { stderrIsTty: true, columns: 40, nowMs: clock(5_000) });
  const lines = stderr.slice(0, stderr.lastIndexOf(ERASE)).split(ERASE);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line.length).toBeLessThan(40);
});

test.each([
  ['within a second', COMPARE, { stderrIsTty: true, nowMs: () => 0 }],
  ['to a file or a pipe', COMPARE, { stderrIsTty: false, nowMs: clock(5_000) }],
  ['with --quiet', [...COMPARE, '--quiet'], { stderrIsTty: true, nowMs: clock(5_000) }],
])('nothing is shown %s', async (_what, command, io) => {
  expect((await sizing(command, io)).stderr).not.toContain(ERASE);
});

test('the line is removed before an error', async () => {
  const ran = await sizing(['recommend', 'assistant', '--users', '80', '--budget', '1', '--no-design'], {
    stderrIsTty: true,
    columns: 120,
    nowMs: clock(5_000),
  });
  expect(ran.code).toBe(2);
  expect(ran.stderr.endsWith(`${ERASE}error: no tier handles the load within $1/month\n`)).toBe(true);
});
