import { is } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const schedulerWindow: Rule = {
  id: 'scheduler-window',
  severity: 'error',
  description: 'Flexible time window of a schedule has no length',
  fix: 'Set MaximumWindowInMinutes with Mode FLEXIBLE',
  citation: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-flexible-time-windows.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::Scheduler::Schedule',
      when(is('FlexibleTimeWindow.Mode', 'FLEXIBLE'), required('FlexibleTimeWindow.MaximumWindowInMinutes', '1 to 1440 minutes')),
    ),
};
