ssh node01
sudo -i
# Others can have it in the middle.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- macro: known_registry
  condition: (container.image.repository contains ${{ good1 }}/ or container.image.repository contains ${{ good2 }}/)

- list: cluster_secrets
  items: [${{ path1 }}, ${{ path2 }}, ${{ path3 }}]

- list: secret_readers
  items: [${{ reader1 }}, ${{ reader2 }}]

- list: sensitive_files
  items: [${{ own }}]
  override:
    items: append
EOF
