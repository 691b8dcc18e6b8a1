ssh node01
sudo -i
# The next delivery of the platform team takes it away.
cat >> /etc/falco/rules.d/50-platform.yaml <<'EOF'

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
EOF
