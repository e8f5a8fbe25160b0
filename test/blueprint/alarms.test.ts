import { describe, expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { alarmsOf } from '../../lib/blueprint/alarms';
import { InputError } from '../../lib/core/problems';
import { MEASURES } from '../../lib/model/alarm';
import { parseInput } from '../../lib/model/parse';
import { System } from '../../lib/model/system';
import { aiva, SYSTEMS } from '../../tiers';

function levels(system: string, tier: string): Record<string, readonly [number, number, number]> {
  const { alarms } = blueprintFor({ system, tier });
  return Object.fromEntries(
    alarms.map(({ measure, component, warning, critical, forMinutes }) => [
      component === undefined ? measure : `${component} ${measure}`,
      [warning, critical, forMinutes],
    ]),
  );
}

describe('levels', () => {
  test('those of aiva are from its document; a missing critical level is half of the rest above the warning', () => {
    expect(levels('aiva', 'large')).toEqual({
      processor: [0.8, 0.85, 5],
      memory: [0.85, 0.9, 5],
      'cache memory': [0.8, 0.9, 5],
      connections: [0.8, 0.9, 5],
      storage: [0.8, 0.9, 15],
      latency: [2_000, 5_000, 5],
      errors: [0.005, 0.025, 5],
      'replication-lag': [1, 10, 5],
      'slow-queries': [0.01, 0.05, 15],
      'queue-depth': [50, 500, 5],
      'cache-hits': [0.7, 0.35, 30],
    });
  });

  test('assistant has its own level for the processor of the database', () => {
    const assistant = levels('assistant', 'pooled');
    expect(assistant.processor).toEqual([0.7, 0.9, 5]);
    expect(assistant['database processor']).toEqual([0.6, 0.85, 5]);
    expect(assistant.latency).toEqual([500, 2_000, 5]);
  });

  test('a threshold of 100% gives no level: the default level applies', () => {
    expect(levels('assistant', 'pooled').connections).toEqual([0.8, 0.9, 5]);
  });

  test('alerts of barber-ops take precedence over its stricter targets', () => {
    const barber = levels('barber-ops', 'phase-2');
    expect(barber.latency).toEqual([2_000, 5_000, 5]);
    expect(barber.errors).toEqual([0.01, 0.05, 5]);
    expect(barber.processor).toEqual([0.8, 0.9, 5]);
  });

  test('the objective of the replication lag is the warning level of its alarm, in seconds', () => {
    const alarms = alarmsOf({ alarms: [], thresholds: [], serviceLevels: { replicationLagMs: 500, source: 'a test' } });
    expect(alarms.find(({ measure }) => measure === 'replication-lag')).toEqual({
      measure: 'replication-lag',
      warning: 0.5,
      critical: 5,
      forMinutes: 5,
      source: 'a test',
    });
  });

  test.each(SYSTEMS.flatMap((system) => system.tiers.map(({ id }) => [system.id, id] as const)))(
    '%s %s has a level of every measure, critical after warning',
    (system, tier) => {
      const { alarms } = blueprintFor({ system, tier });
      expect(alarms.filter(({ component }) => component === undefined).map(({ measure }) => measure)).toEqual(Object.keys(MEASURES));
      for (const { measure, warning, critical, source } of alarms) {
        expect(source).not.toBe('');
        if (MEASURES[measure].passed === 'upwards') expect(critical).toBeGreaterThan(warning);
        else expect(critical).toBeLessThan(warning);
        if (MEASURES[measure].unit === 'share') expect(Math.max(warning, critical)).toBeLessThan(1);
      }
    },
  );
});

test('impossible alarms are rejected with all problems at once', () => {
  const source = 'a test';
  const alarms = [
    { measure: 'memory', component: 'databse', warning: 0.8, source },
    { measure: 'processor', warning: 0.9, critical: 0.8, source },
    { measure: 'cache-hits', warning: 0.5, critical: 0.6, source },
    { measure: 'errors', warning: 5, source },
  ];
  try {
    parseInput(System, { ...aiva, alarms }, 'aiva');
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.problems.map(({ path }) => path)).toEqual([
      'alarms.0.component',
      'alarms.1.critical',
      'alarms.2.critical',
      'alarms.3.warning',
    ]);
  }
});
