import { certain } from '../../core/interval';
import type { Pricer } from '../pricer';
import { optionalNumber, requiredText } from './properties';
import { ONE_MONTH_HOURS } from './quantities';

/** Size of the ML storage volume that states none. Source: AWS CloudFormation, AWS::SageMaker::NotebookInstance, VolumeSizeInGB. */
const DEFAULT_VOLUME_GB = 5;
const WITH_GPU = /^ml\.(?:g|p)\d/;

/** Notebook instance of SageMaker AI, which runs until it is stopped, and its ML storage volume. */
export const sagemakerNotebookInstance: Pricer = {
  types: ['AWS::SageMaker::NotebookInstance'],
  charges: ({ properties }) => {
    const instanceType = requiredText(properties, 'InstanceType');
    return [
      {
        kind: 'instance-hours',
        details: [instanceType, 'notebook'],
        sku: `sagemaker/notebook/${instanceType}`,
        quantity: ONE_MONTH_HOURS,
        group: WITH_GPU.test(instanceType) ? 'gpu' : 'compute',
      },
      {
        kind: 'volume-gb-months',
        details: ['ML storage', 'notebook'],
        sku: 'sagemaker/notebook/storage',
        quantity: certain(optionalNumber(properties, 'VolumeSizeInGB') ?? DEFAULT_VOLUME_GB),
        group: 'storage and backup',
      },
    ];
  },
};
