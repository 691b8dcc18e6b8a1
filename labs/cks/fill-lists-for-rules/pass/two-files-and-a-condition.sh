ssh node01
sudo -i
# The rule itself can be told of one file more. Brackets are needed, as text is joined as it is.
cat > /etc/falco/cluster.yaml <<'EOF'
- macro: known_registry
  condition: (container.image.repository startswith ${{ good1 }}/ or container.image.repository startswith ${{ good2 }}/)

- list: cluster_secrets
  items: [${{ path1 }}, ${{ path2 }}, ${{ path3 }}]

- list: secret_readers
  items: [${{ reader1 }}, ${{ reader2 }}]
EOF
sed -i 's|^  - /etc/falco/rules.d$|  - /etc/falco/cluster.yaml\n&|' /etc/falco/falco.yaml
cat > /etc/falco/rules.d/90-own.yaml <<'EOF'
- rule: Sensitive file read
  condition: >
    open_read and (fd.name in (sensitive_files) or fd.name = ${{ own }})
    and not proc.name in (account_programs)
  override:
    condition: replace
EOF
