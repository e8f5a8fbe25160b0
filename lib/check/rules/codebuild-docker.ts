import { flatText } from '../flat-text';
import { all, type Condition, is } from '../property-condition';
import { oneOf, violationsOf, when } from '../requirements';
import type { Rule } from '../rule';
import { rawAt } from '../values';

/** Environments whose containers run Docker only with privileges: not Lambda, macOS and instances. */
const WITH_PRIVILEGES = ['LINUX_CONTAINER', 'LINUX_GPU_CONTAINER', 'ARM_CONTAINER'];

const RUNS_DOCKER: Condition = {
  holds: (project) => /\bdocker (?:buildx )?build\b/.test(flatText(rawAt(project, 'Source', 'BuildSpec')) ?? ''),
  words: 'docker build',
};

export const codebuildDocker: Rule = {
  id: 'codebuild-docker',
  severity: 'error',
  description: 'Project builds a container image with Docker in an environment without the privileges to run it',
  fix: 'Set PrivilegedMode to true',
  citation: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-codebuild-project-environment.html',
  check: (context) =>
    violationsOf(
      context,
      'AWS::CodeBuild::Project',
      when(all(is('Environment.Type', ...WITH_PRIVILEGES), RUNS_DOCKER), oneOf('Environment.PrivilegedMode', ['true'], 'false')),
    ),
};
