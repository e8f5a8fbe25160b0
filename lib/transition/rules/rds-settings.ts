import { numberOf } from '../property-value';
import type { TransitionRule } from '../rule';
import { changesProperty } from '../transition-context';

/** Settings that RDS changes while the database works. */
const WITHOUT_DOWNTIME = ['AutoMinorVersionUpgrade', 'PreferredMaintenanceWindow'];

/** Settings whose change stops the instance. */
const RESTARTING = ['ProcessorFeatures', 'UseDefaultProcessorFeatures'];

const CERTIFICATE = 'CACertificateIdentifier';

/** The resource specification states only that some changes of these properties interrupt the database. */
export const rdsSettings: TransitionRule = {
  id: 'rds-settings',
  description:
    'RDS changes maintenance settings and backup retention in place; turning backups on or off, other processor features and another certificate authority interrupt',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html',
  ],
  asOf: '2026-11-30',
  *judge(context) {
    for (const change of context.updated('AWS::RDS::DBInstance')) {
      const { id, before, after } = change;
      const names = WITHOUT_DOWNTIME.filter((name) => changesProperty(change, name));
      if (names.length > 0)
        yield { resource: id, class: 'in-place', properties: names, text: `${names.join(', ')}: changed without downtime` };
      if (changesProperty(change, 'BackupRetentionPeriod')) {
        const [old, next] = [numberOf(before, 'BackupRetentionPeriod') ?? 1, numberOf(after, 'BackupRetentionPeriod') ?? 1];
        const verdict = {
          resource: id,
          properties: ['BackupRetentionPeriod'],
          text: `backups are retained ${next} instead of ${old} days`,
        };
        if ((old === 0) === (next === 0)) yield { ...verdict, class: 'in-place' };
        else yield { ...verdict, class: 'in-place-with-interruption', interruption: { of: 'connections to the database', lowMinutes: 1 } };
      }
      if (changesProperty(change, CERTIFICATE)) {
        const verdict = { resource: id, properties: [CERTIFICATE] };
        if (String(after.properties.CertificateRotationRestart) !== 'false') {
          const text = 'the database restarts for the other certificate authority, unless its engine version changes it without a restart';
          const interruption = { of: 'connections to the database', lowMinutes: 0, highMinutes: 2 };
          yield { ...verdict, class: 'in-place-with-interruption', text, interruption };
        } else yield { ...verdict, class: 'in-place', text: 'the next restart of the database uses the other certificate authority' };
      }
      const restarting = RESTARTING.filter((name) => changesProperty(change, name));
      if (restarting.length > 0) {
        yield {
          resource: id,
          class: 'in-place-with-interruption',
          properties: restarting,
          text: `${restarting.join(', ')}: the database restarts; AWS states no duration`,
          interruption: { of: 'connections to the database', lowMinutes: 1 },
        };
      }
    }
  },
};
