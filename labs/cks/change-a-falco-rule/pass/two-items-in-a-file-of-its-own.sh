ssh node01
sudo -i
# A directory of rules is read too. Each item changes one thing.
cat > /etc/falco/rules.d/collector.yml <<'EOF'
- { rule: "${{ rule }}", override: { priority: replace }, priority: ${{ priority }} }
---
- rule: '${{ rule }}'
  override:
    output: "replace"
  output: '${{ output }}'
EOF
