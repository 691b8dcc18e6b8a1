ssh node01
sudo -i
# A list can be part of another, and a macro be built of others. The old list is written out again.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- list: authority_keys
  items: [${{ path1 }}, ${{ path2 }}]
- list: cluster_secrets
  items: [authority_keys, ${{ path3 }}]

- list: secret_readers
  items: [${{ reader1 }}]
- list: secret_readers
  items: [${{ reader2 }}]
  override: { items: append }

- macro: from_first
  condition: container.image.repository glob "${{ good1 }}/*"
- macro: known_registry
  condition: from_first
- macro: known_registry
  condition: or container.image.repository glob '${{ good2 }}/*'
  override:
    condition: append

- list: sensitive_files
  items: [/etc/shadow, /etc/gshadow, /etc/sudoers, /etc/kubernetes/admin.conf, "${{ own }}"]
EOF
