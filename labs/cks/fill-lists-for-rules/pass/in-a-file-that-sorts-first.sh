ssh node01
sudo -i
# In the same directory, but read before. Items below each other, and one operator for both beginnings.
cat > /etc/falco/rules.d/00-this-cluster.yaml <<'EOF'
- list: sensitive_files
  append: true
  items: ["${{ own }}"]
---
- list: cluster_secrets
  items:
    - ${{ path1 }}
    - "${{ path2 }}"
    - '${{ path3 }}'
- list: secret_readers
  items:
    - ${{ reader1 }}
    - ${{ reader2 }}
---
- macro: known_registry
  condition: container.image startswith oneof (${{ good1 }}/, "${{ good2 }}/")
EOF
