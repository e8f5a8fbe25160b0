import { shown } from '../../core/problems';
import { each, type Requirement, violationsOf, within } from '../requirements';
import type { Rule } from '../rule';
import { isKnownString, stringAt } from '../values';

/** First words of a command. NONE turns the health check of the image off, as in Docker. */
const FIRST = ['CMD', 'CMD-SHELL', 'NONE'];

/** A command that is one path is left out: the sidecar of AWS Distro for OpenTelemetry has `/healthcheck`. */
const commanded: Requirement = function* (container, path) {
  const [first, second] = [0, 1].map((index) => stringAt(container, 'HealthCheck', 'Command', index));
  if (!isKnownString(first) || FIRST.includes(first) || (!isKnownString(second) && !first.includes(' '))) return;
  yield { path: `${path}.HealthCheck.Command[0]`, received: shown(first), expected: 'CMD or CMD-SHELL' };
};

export const ecsContainerHealth: Rule = {
  id: 'ecs-container-health',
  severity: 'error',
  description:
    'Health check of a container has a command that does not begin with CMD or CMD-SHELL, or a time or number of retries that ECS does not accept',
  fix: 'Begin Command with CMD or CMD-SHELL, and set Interval to 5 to 300, Timeout to 2 to 60, Retries to 1 to 10 and StartPeriod to at most 300',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::ECS::TaskDefinition',
      each(
        'ContainerDefinitions',
        commanded,
        within('HealthCheck.Interval', { least: 5, most: 300 }),
        within('HealthCheck.Timeout', { least: 2, most: 60 }),
        within('HealthCheck.Retries', { least: 1, most: 10 }),
        within('HealthCheck.StartPeriod', { least: 0, most: 300 }),
      ),
    ),
};
