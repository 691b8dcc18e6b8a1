ssh node01
sudo -i
# In a directory of rules Falco reads what ends in .yaml or .yml.
cat > /etc/falco/rules.d/collector.conf <<'EOF'
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "${{ output }}"
  override:
    priority: replace
    output: replace
EOF
