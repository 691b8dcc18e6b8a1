ssh node01
sudo -i
# Files of a directory are read by their names, and this one comes behind the rules.
cat > /etc/falco/rules.d/90-this-cluster.yaml <<'EOF'
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
