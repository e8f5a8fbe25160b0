import { is, isByDefault } from '../property-condition';
import { required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

export const appsyncResolver: Rule = {
  id: 'appsync-resolver',
  severity: 'error',
  description: 'Resolver has no data source, or a pipeline has no functions',
  fix: 'Set DataSourceName of a UNIT resolver, and PipelineConfig of a PIPELINE resolver',
  citation: 'https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateResolver.html',
  unsettled: 'The page describes both kinds without requiring either property; a resolver without them has nothing to call',
  check: (context) =>
    violationsOf(
      context,
      'AWS::AppSync::Resolver',
      when(isByDefault('Kind', 'UNIT'), required('DataSourceName')),
      when(is('Kind', 'PIPELINE'), required('PipelineConfig')),
    ),
};
