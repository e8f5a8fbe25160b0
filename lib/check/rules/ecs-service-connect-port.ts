import { shown } from '../../core/problems';
import { containersOf, servicesWithTask } from '../ecs';
import type { Rule } from '../rule';
import { isKnownString, itemsAt, listAt, type Read, stringAt, UNKNOWN } from '../values';

export const ecsServiceConnectPort: Rule = {
  id: 'ecs-service-connect-port',
  severity: 'error',
  description: 'Service offers a port to Service Connect that its task definition does not name',
  fix: 'Set PortName to the Name of a port mapping',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
  *check(context) {
    for (const { service, task } of servicesWithTask(context)) {
      const lists = containersOf(task).map(({ container }) => listAt(container, 'PortMappings'));
      const names = lists.flatMap((list): readonly Read<string>[] =>
        list === UNKNOWN ? [UNKNOWN] : list.map((port) => stringAt(port, 'Name')),
      );
      if (listAt(task.properties, 'ContainerDefinitions') === UNKNOWN || names.includes(UNKNOWN)) continue;
      for (const [index, offered] of itemsAt(service.properties, 'ServiceConnectConfiguration', 'Services').entries()) {
        const name = stringAt(offered, 'PortName');
        if (!isKnownString(name) || names.includes(name)) continue;
        const known = names.filter(isKnownString);
        yield {
          resource: service,
          path: `Properties.ServiceConnectConfiguration.Services[${index}].PortName`,
          received: shown(name),
          expected: known.length === 0 ? `a name, which no port of ${task.id} has` : known.join(' or '),
        };
      }
    }
  },
};
