import type { FileNode } from '../../cluster/file-tree.ts'
import { clusterMade, directory, file, link } from './entries.ts'
import { falcoRules } from './falco-rules.ts'

const at = { mtime: clusterMade }

const config = `# Falco's configuration. Only what differs from one installation to the next is written down here.

# Rules are read in this order. What is read later may change what was read before, so changes of one's own belong in
# falco_rules.local.yaml, which an update leaves alone.
rules_files:
  - /etc/falco/falco_rules.yaml
  - /etc/falco/falco_rules.local.yaml
  - /etc/falco/rules.d

# Files that are laid over this one. Falco starts anew when one of them or a rule file changes.
config_files:
  - /etc/falco/config.d
watch_config_files: true

engine:
  kind: modern_ebpf

load_plugins: [container]
plugins:
  - name: container
    library_path: libcontainer.so

# first: an event alerts for the first rule that matches. all: for each of them.
rule_matching: first

# Rules below this priority are not loaded.
priority: debug

time_format_iso_8601: false
json_output: false
buffered_outputs: false

log_stderr: true
log_syslog: true
log_level: info

stdout_output:
  enabled: true
syslog_output:
  enabled: true
file_output:
  enabled: false
  keep_alive: false
  filename: /var/log/falco.txt
`

const local = `# Your own rules and changes belong here. This file is read after falco_rules.yaml.
`

const service = `[Unit]
Description=Falco: Container Native Runtime Security with modern ebpf
Documentation=https://falco.org/docs/

[Service]
Type=simple
User=root
ExecStart=/usr/bin/falco -o engine.kind=modern_ebpf
ExecReload=/bin/kill -1 $MAINPID
Restart=on-failure
RestartSec=15s
TimeoutSec=30
StandardOutput=null

[Install]
WantedBy=multi-user.target
Alias=falco.service
`

/** Falco 0.44 as its package installs it, with a small set of rules. */
export const falcoFiles: readonly (readonly [string, FileNode])[] = [
  ['/etc/falco', directory(0o755, at)],
  ['/etc/falco/config.d', directory(0o755, at)],
  ['/etc/falco/falco.yaml', file(config, 0o644, at)],
  ['/etc/falco/falco_rules.local.yaml', file(local, 0o644, at)],
  ['/etc/falco/falco_rules.yaml', file(falcoRules, 0o644, at)],
  ['/etc/falco/rules.d', directory(0o755, at)],
  ['/usr/bin/event-generator', file(new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), 0o755, at)],
  ['/usr/bin/falco', file(new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), 0o755, at)],
  ['/etc/systemd/system/falco.service', link('/usr/lib/systemd/system/falco-modern-bpf.service')],
  [
    '/etc/systemd/system/multi-user.target.wants/falco-modern-bpf.service',
    link('/usr/lib/systemd/system/falco-modern-bpf.service'),
  ],
  ['/usr/lib/systemd/system/falco-modern-bpf.service', file(service, 0o644, at)],
]
