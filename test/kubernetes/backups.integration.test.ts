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

/** Script of the upload container. */
function uploadScript(platform: string): string {
  const { raw } = objectOf(objectsFor({ system: 'aiva', tier: 'large', platform, dataStores: 'statefulset' }), 'CronJob', 'cache-backup');
  const { spec } = (raw.spec as { jobTemplate: { spec: { template: { spec: BackupPod } } } }).jobTemplate.spec.template;
  return spec.containers.find(({ name }) => name === 'upload')?.command.at(-1) ?? '';
}

/** Name of a dump of some days ago. */
function dumpOf(daysAgo: number): string {
  const time = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
  return time.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
}

interface RunOptions {
  readonly fails?: string;
  readonly platform?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the upload script with an `aws` stub that records its commands. The command `fails` exits with 1. */
function runUpload(
  dumps: readonly string[],
  { fails = 'none', platform = 'kubernetes', environment = {} }: RunOptions = {},
): { readonly status: number | null; readonly commands: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'sizing-backup-'));
  try {
    const listing = dumps.map((dump) => `                           PRE ${dump}/`).join('\n');
    writeFileSync(join(folder, 'listing'), `${listing}\n`);
    writeFileSync(
      join(folder, 'aws'),
      `#!/bin/sh\necho "$2 $*" | cut -d ' ' -f 1,4- >>${folder}/commands\n[ "$2" = ${fails} ] && exit 1\n[ "$2" = ls ] && cat ${folder}/listing\nexit 0\n`,
    );
    chmodSync(join(folder, 'aws'), 0o755);
    const { status } = spawnSync('sh', ['-euc', uploadScript(platform)], {
      env: { ...environment, PATH: `${folder}:${process.env.PATH}` },
    });
    return { status, commands: readFileSync(join(folder, 'commands'), 'utf8').trimEnd().split('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The image has GNU date.
onLinux('GNU date, as in the image', () => {
  test('deletes dumps that are older than the retention of the tier', () => {
    const [old, last, fresh] = [dumpOf(9), dumpOf(6), dumpOf(1)];
    const { status, commands } = runUpload([old, last, fresh]);
    expect(status).toBe(0);
    expect(commands[0]).toMatch(
      /^cp --recursive --only-show-errors \/backup s3:\/\/aiva-dev-backups\/cache\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\/$/,
    );
    expect(commands.filter((command) => command.startsWith('rm'))).toEqual([
      `rm --recursive --only-show-errors s3://aiva-dev-backups/cache/${old}/`,
    ]);
  });

  test('deletes nothing when the upload fails', () => {
    const { status, commands } = runUpload([dumpOf(9)], { fails: 'cp' });
    expect(status).not.toBe(0);
    expect(commands).toHaveLength(1);
  });

  test('uses the bucket of the CDK stack on EKS', () => {
    const old = dumpOf(9);
    const named = runUpload([old], { platform: 'eks', environment: { BACKUP_STORAGE_BUCKET: 'chosen-by-aws' } });
    expect(named.status).toBe(0);
    expect(named.commands[0]).toContain('s3://chosen-by-aws/cache/');
    expect(named.commands.at(-1)).toBe(`rm --recursive --only-show-errors s3://chosen-by-aws/cache/${old}/`);
  });
});
