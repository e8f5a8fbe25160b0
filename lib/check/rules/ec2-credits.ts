import { matches } from '../property-condition';
import { absent, violationsOf, when, within } from '../requirements';
import type { Rule } from '../rule';

const DATA = 'LaunchTemplateData';
/** Burstable instance types are those of the T family. */
const NOT_BURSTABLE = /^(?!t\d)[a-z]/;

export const ec2Credits: Rule = {
  id: 'ec2-credits',
  severity: 'error',
  description:
    'Launch template or instance sets CPU credits for an instance type that is not burstable, or more than 64 hops of the instance metadata',
  fix: 'Remove CreditSpecification, and set HttpPutResponseHopLimit to 1 to 64',
  citation: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RunInstances.html',
  *check(context) {
    yield* violationsOf(
      context,
      'AWS::EC2::LaunchTemplate',
      when(matches(`${DATA}.InstanceType`, NOT_BURSTABLE, 'that is not burstable'), absent(`${DATA}.CreditSpecification`)),
      within(`${DATA}.MetadataOptions.HttpPutResponseHopLimit`, { least: 1, most: 64 }),
    );
    yield* violationsOf(
      context,
      'AWS::EC2::Instance',
      when(matches('InstanceType', NOT_BURSTABLE, 'that is not burstable'), absent('CreditSpecification')),
    );
  },
};
