import { expect, test } from 'vitest';
import { blueprintFor } from '../../lib/answers/blueprint-for';
import { helmChartOf } from '../../lib/kubernetes/manifests/helm-chart';
import { manifestsOf, objectsOf } from '../../lib/kubernetes/manifests/manifests';

const blueprint = blueprintFor({ system: 'aiva', tier: 'very-large', platform: 'kubernetes', gpu: 't4' });

test('Helm keeps the namespace with its volumes when the release is uninstalled', () => {
  const [namespace] = objectsOf(blueprint).flatMap(({ objects }) => objects.filter(({ kind }) => kind === 'Namespace'));
  expect(namespace).toMatchObject({ metadata: { annotations: { 'helm.sh/resource-policy': 'keep' } } });
});

test('values are the images and replicas of the services', () => {
  const { files } = helmChartOf(blueprint, { images: { api: 'example.com/api:1.4.2' } });
  const values = files.find(({ path }) => path === 'values.yaml')?.text ?? '';
  expect(values).toContain('  api:\n    image: example.com/api:1.4.2\n    minReplicas: 8\n    maxReplicas: 100\n');
});

test('manifests and the chart are of the same objects, without placeholders', () => {
  const objects = objectsOf(blueprint).flatMap((file) => file.objects);
  expect(manifestsOf(blueprint).objects).toEqual(objects);
  expect(helmChartOf(blueprint).objects).toEqual(objects);
});
