import { matching, violationsOf } from '../requirements';
import type { Rule } from '../rule';

export const opensearchName: Rule = {
  id: 'opensearch-name',
  severity: 'error',
  description: 'Name of a domain is not 3 to 28 lowercase letters, digits and hyphens that begin with a letter',
  fix: 'Choose such a name, or let CloudFormation choose one',
  citation: 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::OpenSearchService::Domain',
      matching('DomainName', /^[a-z][a-z0-9-]{2,27}$/, '3 to 28 lowercase letters, digits and hyphens that begin with a letter'),
    ),
};
