/** A Deployment of four containers: one states all of its requests, one only CPU; an init container and a sidecar state nothing. */
export const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      initContainers:
        - { name: migrate, image: "a:1" }
        - { name: proxy, image: "a:1", restartPolicy: Always }
      containers:
        - { name: web, image: "a:1", resources: { requests: { cpu: 500m, memory: 512Mi } } }
        - { name: log, image: "a:1", resources: { requests: { cpu: 50m } } }
`;
