import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { onLinux } from '../support/judges';
import { objectOf, objectsFor } from '../support/manifests';

interface BackupPod {
  readonly containers: readonly { readonly name: string; readonly command: readonly string[] }[];
}

/** What the container that uploads runs. */
function uploadScript(platform: string): string {
  const { raw } = objectOf(objectsFor({ system: 'aiva', tier: 'large', platform, dataStores: 'statefulset' }), 'CronJob', 'cache-backup');
  const { spec } = (raw.spec as { jobTemplate: { spec: { template: { spec: BackupPod } } } }).jobTemplate.spec.template;
  return spec.containers.find(({ name }) => name === 'upload')?.command.at(-1) ?? '';
}

/** The name that a dump has which was made so many days ago. */
function dumpOf(daysAgo: number): string {
  const time = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  return time.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
}

interface AskedOptions {
  readonly fails?: string;
  readonly platform?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the script with a client of object storage that writes down what it is asked. `fails` is a command that it refuses. */
function asked(
  dumps: readonly string[],
  { fails = 'none', platform = 'kubernetes', environment = {} }: AskedOptions = {},
): { readonly status: number | null; readonly commands: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-backup-'));
  try {
    const listing = dumps.map((dump) => `                           PRE ${dump}/`).join('\n');
    writeFileSync(join(folder, 'listing'), `${listing}\n`);
    writeFileSync(
      join(folder, 'aws'),
      `#!/bin/sh\necho "$2 $*" | cut -d ' ' -f 1,4- >>${folder}/asked\n[ "$2" = ${fails} ] && exit 1\n[ "$2" = ls ] && cat ${folder}/listing\nexit 0\n`,
    );
    chmodSync(join(folder, 'aws'), 0o755);
    const { status } = spawnSync('sh', ['-euc', uploadScript(platform)], {
      env: { ...environment, PATH: `${folder}:${process.env.PATH}` },
    });
    return { status, commands: readFileSync(join(folder, 'asked'), 'utf8').trimEnd().split('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The image has the date command of GNU.
onLinux('the date of GNU, as in the image', () => {
  test('a dump is kept for as long as the tier says, and older ones go', () => {
    const [old, last, fresh] = [dumpOf(9), dumpOf(6), dumpOf(1)];
    const { status, commands } = asked([old, last, fresh]);
    expect(status).toBe(0);
    expect(commands[0]).toMatch(
      /^cp --recursive --only-show-errors \/backup s3:\/\/aiva-dev-backups\/cache\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\/$/,
    );
    expect(commands.filter((command) => command.startsWith('rm'))).toEqual([
      `rm --recursive --only-show-errors s3://aiva-dev-backups/cache/${old}/`,
    ]);
  });

  test('nothing goes while the new dump has not arrived', () => {
    const { status, commands } = asked([dumpOf(9)], { fails: 'cp' });
    expect(status).not.toBe(0);
    expect(commands).toHaveLength(1);
  });

  test('on EKS it goes to the bucket that the stack names', () => {
    const old = dumpOf(9);
    const named = asked([old], { platform: 'eks', environment: { BACKUP_STORAGE_BUCKET: 'chosen-by-aws' } });
    expect(named.status).toBe(0);
    expect(named.commands[0]).toContain('s3://chosen-by-aws/cache/');
    expect(named.commands.at(-1)).toBe(`rm --recursive --only-show-errors s3://chosen-by-aws/cache/${old}/`);
  });
});
