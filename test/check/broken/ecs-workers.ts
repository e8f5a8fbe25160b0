/** Workers that are added to the valid templates of ECS. */

/** A worker that calls the web service by Service Connect. */
export const worker = (dependsOn: string) => ({
  add: `  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '256'
      Memory: '1024'
      ExecutionRoleArn: !GetAtt ExecutionRole.Arn
      ContainerDefinitions:
        - Name: worker
          Image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/worker:1.4.2
          Memory: 512
          Environment: [{ Name: WEB_URL, Value: 'http://http.shop:8080' }]
  Worker:
    Type: AWS::ECS::Service
    DependsOn: [${dependsOn}]
    Properties:
      Cluster: !Ref Cluster
      LaunchType: FARGATE
      TaskDefinition: !Ref WorkerTask
      DesiredCount: 1
      AvailabilityZoneRebalancing: ENABLED
      DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } }
      NetworkConfiguration:
        AwsvpcConfiguration: { AssignPublicIp: DISABLED, Subnets: [!Ref PrivateA, !Ref PrivateB], SecurityGroups: [!Ref WebGroup] }
      ServiceConnectConfiguration: { Enabled: true, Namespace: !GetAtt Namespace.Arn }
`,
});

/** A worker on the instances of the pool, and a cache that accepts connections from a security group and that only the worker uses. */
export const workerWithCache = (task: string, service: string, client: string) => ({
  add: `  WorkerAccess: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: worker, VpcId: !Ref VpcId } }
  CacheAccess:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: cache
      VpcId: !Ref VpcId
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 6379, ToPort: 6379, SourceSecurityGroupId: !GetAtt ${client}.GroupId }]
  CacheSubnets: { Type: AWS::ElastiCache::SubnetGroup, Properties: { Description: cache, SubnetIds: !Ref Subnets } }
  CacheToken: { Type: AWS::SecretsManager::Secret, Properties: { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } } }
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupDescription: pages
      Engine: valkey
      EngineVersion: '8.0'
      CacheNodeType: cache.t4g.small
      NumCacheClusters: 2
      AutomaticFailoverEnabled: true
      MultiAZEnabled: true
      CacheSubnetGroupName: !Ref CacheSubnets
      SecurityGroupIds: [!GetAtt CacheAccess.GroupId]
      TransitEncryptionEnabled: true
      AtRestEncryptionEnabled: true
      AuthToken: !Sub '{{resolve:secretsmanager:\${CacheToken}}}'
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [EC2]
      NetworkMode: ${task}
      ContainerDefinitions:
        - Name: worker
          Image: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/worker:1.4.2
          Memory: 512
          Environment: [{ Name: CACHE_HOST, Value: !GetAtt Cache.PrimaryEndPoint.Address }]
  Worker:
    Type: AWS::ECS::Service
    DependsOn: Association
    Properties:
      Cluster: !Ref Cluster
      TaskDefinition: !Ref WorkerTask
      DesiredCount: 1
      AvailabilityZoneRebalancing: ENABLED
      CapacityProviderStrategy: [{ CapacityProvider: !Ref Provider, Weight: 1 }]
      DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200, DeploymentCircuitBreaker: { Enable: true, Rollback: true } }
${service}`,
});
