/** What each domain is about, in a line for the first page. */
export const DOMAIN_TOPICS: Readonly<Record<string, string>> = {
  'cluster-setup': 'Network policies, CIS benchmark, Ingress with TLS, node metadata, binaries',
  'cluster-hardening': 'RBAC, service accounts, API access, upgrades',
  'system-hardening': 'Host footprint, least privilege, network access, AppArmor, seccomp',
  'microservice-vulnerabilities': 'Pod Security Standards, Secrets, sandboxes, Pod-to-Pod encryption',
  'supply-chain': 'Small images, SBOM, signatures and registries, static analysis',
  monitoring: 'Runtime detection, audit logs, immutable containers, investigation',
}
