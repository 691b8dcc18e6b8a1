/** Rules about connections. What is said more precisely stands before what is said of all that leaves the cluster. */
export const networkRules = `# Connections

- rule: Descriptors of a program on a connection
  desc: Input or output of a program in a container became a connection, as of a shell for somebody elsewhere.
  condition: evt.type in (dup, dup2, dup3) and container and fd.num in (0, 1, 2) and fd.type in (ipv4, ipv6)
  output: "Input or output of a program is a connection (connection=%fd.name descriptor=%fd.num command=%proc.cmdline container=%container.name)"
  priority: NOTICE
  tags: [container, network]

- rule: Connection to a known bad address
  desc: A program connected to an address that is known to command stolen machines.
  condition: outbound and fd.sip in (c2_server_ips)
  output: "Connection to a known bad address (address=%fd.sip port=%fd.sport command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [host, container, network]

- rule: Connection to a miner pool
  desc: A program connected to a server that hands out work for mining coins.
  condition: evt.type in (connect, sendto) and fd.sport in (miner_ports) and fd.sip.name in (miner_domains)
  output: "Connection to a miner pool (address=%fd.sip name=%fd.sip.name command=%proc.cmdline container=%container.name)"
  priority: CRITICAL
  tags: [host, container, network, mining]

- rule: SSH on another port
  desc: ssh connected to a port that is meant for something else, as to get past a firewall.
  condition: outbound and fd.sport in (53, 80, 443, 8080, 8443) and proc.name = ssh
  output: "SSH on another port (address=%fd.sip port=%fd.sport command=%proc.cmdline user=%user.name container=%container.name)"
  priority: NOTICE
  tags: [host, container, network]

- rule: Cloud metadata asked from container
  desc: A container asked the server that tells the keys of the machine it runs on.
  condition: outbound and container and fd.sip = 169.254.169.254
  output: "Cloud metadata asked from a container (command=%proc.cmdline container=%container.name image=%container.image.repository)"
  priority: NOTICE
  tags: [container, network]

- rule: API server asked from container
  desc: A container that does not belong to the cluster itself spoke to the API server.
  condition: outbound and container and fd.sip = 10.96.0.1 and fd.sport = 443 and not user_known_api_clients
  output: "API server asked from a container (command=%proc.cmdline container=%container.name pod=%k8s.pod.name namespace=%k8s.ns.name)"
  priority: NOTICE
  tags: [container, network]

- rule: Outbound connection from container
  desc: A container connects to an address outside the cluster.
  condition: outbound and container and outside_the_cluster
  output: "Connection out of the cluster (connection=%fd.name command=%proc.cmdline container=%container.name)"
  priority: NOTICE
  tags: [container, network]
`
