import { is } from '../property-condition';
import { oneOf, required, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';

const WITH_LOCATION = ['BITBUCKET', 'CODECOMMIT', 'GITHUB', 'GITHUB_ENTERPRISE', 'GITLAB', 'GITLAB_SELF_MANAGED', 'S3'];

export const codebuildSource: Rule = {
  id: 'codebuild-source',
  severity: 'error',
  description:
    'Project has no buildspec or no location of its source, artifacts or cache, or only one of source and artifacts belongs to a pipeline',
  fix: 'Set BuildSpec inline without a source, Location where the type has one, and CODEPIPELINE for both or none of them',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-source.html',
  unsettled:
    'The page describes CODEPIPELINE as the source of an action of a pipeline, and the artifacts as its output. No page states that one requires the other',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CodeBuild::Project',
      when(is('Source.Type', 'CODEPIPELINE'), oneOf('Artifacts.Type', ['CODEPIPELINE'])),
      when(is('Artifacts.Type', 'CODEPIPELINE'), oneOf('Source.Type', ['CODEPIPELINE'])),
      when(is('Source.Type', 'NO_SOURCE'), required('Source.BuildSpec')),
      when(is('Source.Type', ...WITH_LOCATION), required('Source.Location')),
      when(is('Artifacts.Type', 'S3'), required('Artifacts.Location')),
      when(is('Cache.Type', 'S3'), required('Cache.Location')),
    ),
};
