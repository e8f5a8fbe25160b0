import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planTemplateMove } from '../../lib/answers/template-move';
import { moveView } from '../../lib/output/move';
import { render } from '../../lib/output/render';
import { temporaryFolder } from '../support/temporary-folder';

/** A service on instances that the template does not state. */
const template = (image: string) => ({
  Resources: {
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: { ContainerDefinitions: [{ Name: 'web', Image: image, Memory: 512 }] },
    },
    Web: {
      Type: 'AWS::ECS::Service',
      Properties: { Cluster: 'shop', DesiredCount: 2, LaunchType: 'EC2', TaskDefinition: { Ref: 'Task' } },
    },
  },
});

test('an interruption that the fewest and the most tasks have is stated once', () => {
  const folder = temporaryFolder();
  const [before, after] = ['1.0', '1.1'].map((tag) => {
    const path = join(folder, `${tag}.json`);
    writeFileSync(path, JSON.stringify(template(`shop/web:${tag}`)));
    return path;
  });
  const answer = planTemplateMove(String(before), String(after), 'us-east-1');
  const text = render({ data: {}, ...moveView(answer) }, 'table', { width: 120, color: false });
  expect(text.match(/Web: the service, for an unknown time/g)).toHaveLength(1);
});
