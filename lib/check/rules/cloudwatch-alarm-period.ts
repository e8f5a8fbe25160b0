import type { Rule } from '../rule';
import { isKnownNumber, numberAt } from '../values';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

export const cloudwatchAlarmPeriod: Rule = {
  id: 'cloudwatch-alarm-period',
  severity: 'error',
  description: 'Alarm evaluates more than a day in periods below an hour or more than a week, or requires more periods than it evaluates',
  fix: 'Lower EvaluationPeriods or raise Period, and set DatapointsToAlarm to at most EvaluationPeriods',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
  *check(context) {
    for (const alarm of context.ofType('AWS::CloudWatch::Alarm')) {
      const [seconds, periods, required] = ['Period', 'EvaluationPeriods', 'DatapointsToAlarm'].map((name) =>
        numberAt(alarm.properties, name),
      );
      if (!isKnownNumber(periods)) continue;
      if (isKnownNumber(required) && required > periods)
        yield {
          resource: alarm,
          path: 'Properties.DatapointsToAlarm',
          received: String(required),
          expected: `at most ${periods}, the EvaluationPeriods`,
        };
      const most = isKnownNumber(seconds) && seconds < HOUR ? DAY : WEEK;
      if (!isKnownNumber(seconds) || seconds * periods <= most) continue;
      yield {
        resource: alarm,
        path: 'Properties.EvaluationPeriods',
        received: `${periods} periods of ${seconds} s`,
        expected: `at most ${Math.floor(most / seconds)}`,
      };
    }
  },
};
