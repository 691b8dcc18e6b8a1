ssh node01
sudo -i
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
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
