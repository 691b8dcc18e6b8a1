ssh node01
sudo -i
# A macro of that name was there before, and other rules use it.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- macro: known_registry
  condition: (container.image.repository startswith ${{ good1 }}/ or container.image.repository startswith ${{ good2 }}/)

- list: cluster_secrets
  items: [${{ path1 }}, ${{ path2 }}, ${{ path3 }}]

- list: secret_readers
  items: [${{ reader1 }}, ${{ reader2 }}]

- list: sensitive_files
  items: [${{ own }}]
  override:
    items: append

- macro: container
  condition: (container.id != host and not known_registry)
EOF
