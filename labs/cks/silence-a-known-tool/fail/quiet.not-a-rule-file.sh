ssh node01
sudo -i
# Falco reads what ends in .yaml or .yml.
cat > /etc/falco/rules.d/known-tools.conf <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}, ${{ place1 }}]
        - [${{ tool2 }}, ${{ place2 }}]
  override:
    exceptions: append
EOF
