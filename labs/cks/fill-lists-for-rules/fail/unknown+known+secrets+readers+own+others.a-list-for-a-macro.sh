ssh node01
sudo -i
# In the place of a condition a list of words makes no sense.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- list: known_registry
  items: [${{ good1 }}, ${{ good2 }}]

- list: cluster_secrets
  items: [${{ path1 }}, ${{ path2 }}, ${{ path3 }}]

- list: secret_readers
  items: [${{ reader1 }}, ${{ reader2 }}]

- list: sensitive_files
  items: [${{ own }}]
  override:
    items: append
EOF
