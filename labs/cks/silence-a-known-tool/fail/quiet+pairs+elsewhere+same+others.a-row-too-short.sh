ssh node01
sudo -i
# One value is missing, and Falco does not start.
cat >> /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  exceptions:
    - name: known_tools
      fields: [proc.name, ${{ field }}]
      comps: [=, startswith]
      values:
        - [${{ tool1 }}]
        - [${{ tool2 }}]
  override:
    exceptions: append
EOF
