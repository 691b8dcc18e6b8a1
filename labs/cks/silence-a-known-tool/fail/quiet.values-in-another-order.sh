ssh node01
sudo -i
# Values stand in the order of the fields.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ place1 }}, ${{ tool1 }}]
        - [${{ place2 }}, ${{ tool2 }}]
  override:
    exceptions: append
EOF
